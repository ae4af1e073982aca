// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDoubleSpinBox>

namespace clicksieve {

/// A number to be typed or stepped, without zeros at its end: "5", "0.8". Scrolling over it does not change it.
class NumberField : public QDoubleSpinBox {
    Q_OBJECT

public:
    explicit NumberField(double number, QWidget *parent = nullptr);

    [[nodiscard]] QString textFromValue(double value) const override;

protected:
    void wheelEvent(QWheelEvent *event) override;
};

} // namespace clicksieve
