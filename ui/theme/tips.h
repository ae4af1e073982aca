// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

namespace clicksieve {

/// @p plain as a tooltip that wraps: Qt does that for rich text only, and lets a long plain line leave the screen.
[[nodiscard]] QString tipText(const QString &plain);

/// Wraps the tooltips of all widgets of the program that are plain text. One for the program.
class WrappedTips : public QObject {
    Q_OBJECT

public:
    explicit WrappedTips(QObject *parent = nullptr);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace clicksieve
