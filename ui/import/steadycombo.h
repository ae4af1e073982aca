// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QComboBox>

namespace clicksieve {

/// A combo box in a form that scrolls: the wheel scrolls the form and never changes the choice, and long entries do not
/// widen it.
class SteadyCombo : public QComboBox {
    Q_OBJECT

public:
    explicit SteadyCombo(QWidget *parent = nullptr);

protected:
    void wheelEvent(QWheelEvent *event) override;
};

} // namespace clicksieve
