// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tables/bardelegate.h"

#include "ui/tables/roles.h"
#include "ui/theme/palette.h"

#include <QApplication>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace clicksieve {

namespace {

constexpr int kMargin = 6;
/// The text takes this many digits' widths; the bar gets the rest of the cell.
constexpr int kTextDigits = 7;
constexpr int kBarDigits = 14;
constexpr double kBarHeight = 0.5; ///< of the cell

} // namespace

BarDelegate::BarDelegate(Meaning meaning, QObject *parent) : QStyledItemDelegate(parent), m_meaning(meaning)
{
}

void BarDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QVariant share = index.data(BarRole);
    if (!share.isValid()) {
        QStyledItemDelegate::paint(painter, option, index);
        return;
    }
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    cell.displayAlignment = Qt::AlignRight | Qt::AlignVCenter;
    const QStyle *style = cell.widget != nullptr ? cell.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &cell, painter, cell.widget);

    const int textWidth = cell.fontMetrics.horizontalAdvance(u'0') * kTextDigits;
    const QRect space = cell.rect.adjusted(kMargin, 0, -textWidth - kMargin, 0);
    const double height = std::round(cell.rect.height() * kBarHeight);
    const double width = std::clamp(share.toDouble(), 0.0, 1.0) * space.width();
    if (width <= 0)
        return;
    // The smallest share that is not nothing still shows.
    const QRectF bar(space.left(), space.center().y() - height / 2 + 1, std::max(width, 1.0), height);
    painter->save();
    painter->setClipRect(cell.rect);
    painter->fillRect(bar, cell.palette.base());
    painter->fillRect(bar, brush(cell.palette));
    painter->restore();
}

QSize BarDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QSize text = QStyledItemDelegate::sizeHint(option, index);
    const int digit = option.fontMetrics.horizontalAdvance(u'0');
    return {2 * kMargin + (kTextDigits + kBarDigits) * digit, text.height()};
}

QBrush BarDelegate::brush(const QPalette &palette) const
{
    switch (m_meaning) {
    case Meaning::Raw:
        return chartColours(palette).raw;
    case Meaning::Human:
        return chartColours(palette).human;
    case Meaning::Machine:
        break;
    }
    return machineBrush(palette);
}

} // namespace clicksieve
