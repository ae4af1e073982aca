// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

namespace clicksieve {

/// "What the numbers mean": every word of the screen defined, in one text. Not modal, so it can stay beside the figures.
class NumbersHelp : public QDialog {
    Q_OBJECT

public:
    explicit NumbersHelp(QWidget *parent = nullptr);

private:
    [[nodiscard]] static QString text();
};

} // namespace clicksieve
