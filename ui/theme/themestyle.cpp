// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/themestyle.h"

#include "ui/theme/palette.h"

#include <QPainter>
#include <QStyleOptionComplex>

namespace clicksieve {

namespace {

constexpr double kCorner = 2; ///< as Fusion rounds its fields

QPen borderPen(const QStyleOption &option)
{
    const bool enabled = option.state.testFlag(QStyle::State_Enabled);
    return {enabled ? controlBorder(option.palette) : option.palette.color(QPalette::Mid), 1};
}

void drawBorder(QPainter &painter, const QStyleOption &option, double corner)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(borderPen(option));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5), corner, corner);
    painter.restore();
}

} // namespace

ThemeStyle::ThemeStyle() : QProxyStyle(QStringLiteral("Fusion")) {}

void ThemeStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                               const QWidget *widget) const
{
    QProxyStyle::drawPrimitive(element, option, painter, widget);
    if (element == PE_IndicatorCheckBox || element == PE_FrameLineEdit)
        drawBorder(*painter, *option, element == PE_FrameLineEdit ? kCorner : 0);
    if (element == PE_IndicatorRadioButton)
        drawBorder(*painter, *option, option->rect.width() / 2.0);
}

void ThemeStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                                    QPainter *painter, const QWidget *widget) const
{
    QProxyStyle::drawComplexControl(control, option, painter, widget);
    if (control == CC_ComboBox || control == CC_SpinBox)
        drawBorder(*painter, *option, kCorner);
}

} // namespace clicksieve
