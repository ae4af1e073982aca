// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rules/numberfield.h"

#include <QWheelEvent>

#include <cmath>

namespace clicksieve {

namespace {

constexpr double kLargest = 100'000'000; // a ruleset's own limits are told when it is tried
constexpr int kDecimals = 2;

} // namespace

NumberField::NumberField(double number, QWidget *parent) : QDoubleSpinBox(parent)
{
    setRange(-kLargest, kLargest);
    setDecimals(kDecimals);
    setSingleStep(number != std::floor(number) ? 0.1 : 1);
    setKeyboardTracking(false);
    setFocusPolicy(Qt::StrongFocus);
    setValue(number);
}

QString NumberField::textFromValue(double value) const
{
    return locale().toString(value, 'f', QLocale::FloatingPointShortest);
}

void NumberField::wheelEvent(QWheelEvent *event)
{
    event->ignore();
}

} // namespace clicksieve
