// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/events/verdictmark.h"

#include "ui/theme/palette.h"

#include <QPainter>
#include <QPolygonF>

namespace clicksieve {

namespace {

constexpr qreal kLine = 1.5;

QPolygonF diamond(const QRectF &place)
{
    const QPointF middle = place.center();
    return QPolygonF({{middle.x(), place.top()},
                      {place.right(), middle.y()},
                      {middle.x(), place.bottom()},
                      {place.left(), middle.y()}});
}

} // namespace

void paintVerdictMark(QPainter &painter, const QRectF &place, Verdict verdict, const QPalette &palette)
{
    const ChartColours colours = chartColours(palette);
    const QRectF inner = place.adjusted(kLine / 2, kLine / 2, -kLine / 2, -kLine / 2);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    switch (verdict) {
    case Verdict::Human:
        painter.setPen(Qt::NoPen);
        painter.setBrush(colours.human);
        painter.drawEllipse(place);
        break;
    case Verdict::Machine:
        painter.setPen(QPen(colours.machine, kLine));
        painter.setBrush(machineBrush(palette));
        painter.drawRect(inner);
        break;
    case Verdict::Uncertain:
        painter.setPen(QPen(colours.uncertain, kLine));
        painter.setBrush(colours.background);
        painter.drawPolygon(diamond(inner));
        break;
    }
    painter.restore();
}

QPixmap verdictMark(int side, Verdict verdict, const QPalette &palette, qreal devicePixelRatio)
{
    QPixmap pixmap(QSizeF(side * devicePixelRatio, side * devicePixelRatio).toSize());
    pixmap.setDevicePixelRatio(devicePixelRatio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    paintVerdictMark(painter, QRectF(0, 0, side, side), verdict, palette);
    return pixmap;
}

} // namespace clicksieve
