// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QButtonGroup>
#include <QStringList>
#include <QWidget>

namespace clicksieve {

/// A few choices side by side, one of them pressed: "Opens | Clicks | Both".
class SegmentedChoice : public QWidget {
    Q_OBJECT

public:
    /// @p name says for screen readers what is chosen.
    SegmentedChoice(const QString &name, const QStringList &choices, int chosen, QWidget *parent = nullptr);

    [[nodiscard]] int chosen() const { return m_buttons.checkedId(); }
    void choose(int choice);

signals:
    void chosenChanged(int choice);

private:
    QButtonGroup m_buttons;
};

} // namespace clicksieve
