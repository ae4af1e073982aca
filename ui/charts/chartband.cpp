// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chartband.h"

#include "ui/theme/palette.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>

namespace clicksieve {

namespace {

constexpr double kPadding = 6;
constexpr double kGap = 4;       ///< between stretch and label
constexpr double kNarrowest = 2; ///< a band of a few milliseconds is still seen
constexpr float kFillAlpha = 0.16F;
constexpr float kEdgeAlpha = 0.65F;

QColor withAlpha(QColor colour, float alpha)
{
    colour.setAlphaF(alpha);
    return colour;
}

QRectF atLeast(const QRectF &stretch, double width)
{
    if (stretch.width() >= width)
        return stretch;
    return {stretch.center().x() - width / 2, stretch.top(), width, stretch.height()};
}

} // namespace

QRectF labelRect(const ChartBand &band, const QRectF &stretch, const QRectF &plot, const QFont &font)
{
    if (band.label.isEmpty() || stretch.right() < plot.left() || stretch.left() > plot.right())
        return {};
    const QFontMetricsF metrics(font);
    const double width = std::min(metrics.horizontalAdvance(band.label) + 2 * kPadding, plot.width());
    const double height = metrics.height() + kPadding;
    double left = stretch.right() + kGap;
    if (left + width > plot.right())
        left = stretch.left() - kGap - width;
    left = std::clamp(left, plot.left(), plot.right() - width);
    return {left, plot.top() + kGap / 2, width, height};
}

void paintBand(QPainter &painter, const ChartBand &band, const QRectF &stretch, const QRectF &plot,
               const ChartColours &colours, bool pointed)
{
    const QRectF seen = atLeast(stretch, kNarrowest).intersected(plot);
    if (!seen.isEmpty()) {
        painter.fillRect(seen, withAlpha(band.colour, kFillAlpha));
        painter.setPen(QPen(withAlpha(band.colour, kEdgeAlpha), 1));
        painter.drawLine(seen.topLeft(), seen.bottomLeft());
        painter.drawLine(seen.topRight(), seen.bottomRight());
    }
    const QRectF label = labelRect(band, stretch, plot, painter.font());
    if (label.isNull())
        return;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(withAlpha(band.colour, pointed ? 1.0F : kEdgeAlpha), 1));
    painter.setBrush(withAlpha(colours.background, 0.93F));
    painter.drawRoundedRect(label.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
    QFont font = painter.font();
    font.setUnderline(pointed);
    painter.save();
    painter.setFont(font);
    painter.setPen(colours.text);
    const QString text =
        QFontMetricsF(font).elidedText(band.label, Qt::ElideRight, label.width() - 2 * kPadding + 1);
    painter.drawText(label, Qt::AlignCenter | Qt::TextSingleLine, text);
    painter.restore();
}

} // namespace clicksieve
