// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/pageicon.h"

#include <QPainter>
#include <QPainterPath>
#include <QPixmap>

namespace clicksieve {

namespace {

constexpr int kSide = 20; ///< the grid that the paths below are drawn on
constexpr double kPen = 1.6;

QPainterPath overviewPath()
{
    QPainterPath path;
    path.addRoundedRect(3, 3, 6, 8, 1, 1);
    path.addRoundedRect(3, 14, 6, 3, 1, 1);
    path.addRoundedRect(12, 3, 5, 3, 1, 1);
    path.addRoundedRect(12, 9, 5, 8, 1, 1);
    return path;
}

QPainterPath timelinePath()
{
    QPainterPath path;
    path.moveTo(3, 17);
    path.lineTo(17, 17);
    path.moveTo(3, 14);
    path.lineTo(6, 4);
    path.lineTo(9, 12);
    path.cubicTo(11, 7, 13, 8, 14, 11);
    path.cubicTo(15, 13, 16, 13, 17, 13);
    return path;
}

QPainterPath domainsPath()
{
    QPainterPath path;
    path.addEllipse(QPointF(10, 10), 7, 7);
    path.addEllipse(QPointF(10, 10), 3, 7);
    path.moveTo(3, 10);
    path.lineTo(17, 10);
    return path;
}

QPainterPath eventsPath()
{
    QPainterPath path;
    for (const int y : {5, 10, 15}) {
        path.addEllipse(QPointF(4, y), 0.8, 0.8);
        path.moveTo(8, y);
        path.lineTo(17, y);
    }
    return path;
}

QPainterPath rulesPath()
{
    QPainterPath path;
    const std::pair<int, int> knobs[] = {{5, 12}, {10, 7}, {15, 13}};
    for (const auto &[y, x] : knobs) {
        path.moveTo(3, y);
        path.lineTo(x - 2, y);
        path.addEllipse(QPointF(x, y), 2, 2);
        path.moveTo(x + 2, y);
        path.lineTo(17, y);
    }
    return path;
}

/// A curve that climbs over a line.
QPainterPath webLoadPath()
{
    QPainterPath path;
    path.moveTo(3, 17);
    path.cubicTo(7, 17, 7, 4, 10, 4);
    path.cubicTo(13, 4, 13, 15, 17, 16);
    path.moveTo(3, 10);
    path.lineTo(17, 10);
    return path;
}

QPainterPath exportPath()
{
    QPainterPath path;
    path.moveTo(10, 12);
    path.lineTo(10, 3);
    path.moveTo(6, 7);
    path.lineTo(10, 3);
    path.lineTo(14, 7);
    path.moveTo(3, 12);
    path.lineTo(3, 17);
    path.lineTo(17, 17);
    path.lineTo(17, 12);
    return path;
}

QPainterPath pathOf(PageIcon which)
{
    switch (which) {
    case PageIcon::Overview:
        return overviewPath();
    case PageIcon::Timeline:
        return timelinePath();
    case PageIcon::Domains:
        return domainsPath();
    case PageIcon::Events:
        return eventsPath();
    case PageIcon::Rules:
        return rulesPath();
    case PageIcon::WebLoad:
        return webLoadPath();
    case PageIcon::Export:
        break;
    }
    return exportPath();
}

QPainterPath undoPath()
{
    QPainterPath path;
    path.moveTo(8, 4);
    path.lineTo(4, 8);
    path.lineTo(8, 12);
    path.moveTo(4, 8);
    path.lineTo(12, 8);
    path.cubicTo(18, 8, 18, 16, 12, 16);
    path.lineTo(9, 16);
    return path;
}

QPainterPath collapsePath()
{
    QPainterPath path;
    path.moveTo(10, 5);
    path.lineTo(5, 10);
    path.lineTo(10, 15);
    path.moveTo(15, 5);
    path.lineTo(10, 10);
    path.lineTo(15, 15);
    return path;
}

QPixmap drawn(const QPainterPath &path, const QColor &colour, int density)
{
    QPixmap pixmap(kSide * density, kSide * density);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(density, density);
    painter.strokePath(path, QPen(colour, kPen, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.end();
    pixmap.setDevicePixelRatio(density);
    return pixmap;
}

QIcon iconOf(const QPainterPath &path, const QPalette &palette)
{
    QIcon icon;
    for (const int density : {1, 2, 3}) {
        icon.addPixmap(drawn(path, palette.color(QPalette::WindowText), density));
        icon.addPixmap(drawn(path, palette.color(QPalette::WindowText), density), QIcon::Selected);
        icon.addPixmap(drawn(path, palette.color(QPalette::Disabled, QPalette::WindowText), density),
                       QIcon::Disabled);
    }
    return icon;
}

} // namespace

QIcon pageIcon(PageIcon which, const QPalette &palette)
{
    return iconOf(pathOf(which), palette);
}

QIcon arrowIcon(ArrowIcon which, const QPalette &palette)
{
    const bool turn = which == ArrowIcon::Undo || which == ArrowIcon::Redo;
    QPainterPath path = turn ? undoPath() : collapsePath();
    if (which == ArrowIcon::Redo || which == ArrowIcon::Expand)
        path = QTransform().translate(kSide, 0).scale(-1, 1).map(path);
    return iconOf(path, palette);
}

} // namespace clicksieve
