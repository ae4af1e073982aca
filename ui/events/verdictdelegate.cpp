// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/events/verdictdelegate.h"

#include "ui/events/eventsmodel.h"
#include "ui/events/verdictmark.h"

#include <QApplication>
#include <QPainter>

namespace clicksieve {

namespace {

constexpr int kMarkSide = 11;

} // namespace

/// Leaves room for the mark: an empty decoration of its size.
void VerdictDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    if (!index.data(EventsModel::VerdictRole).isValid())
        return;
    option->features |= QStyleOptionViewItem::HasDecoration;
    option->decorationSize = QSize(kMarkSide, kMarkSide);
}

void VerdictDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    QStyledItemDelegate::paint(painter, option, index);
    const QVariant verdict = index.data(EventsModel::VerdictRole);
    if (!verdict.isValid())
        return;
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    const QStyle *style = cell.widget != nullptr ? cell.widget->style() : QApplication::style();
    const QRect room = style->subElementRect(QStyle::SE_ItemViewItemDecoration, &cell, cell.widget);
    QRectF place(0, 0, kMarkSide, kMarkSide);
    place.moveCenter(QRectF(room).center());
    if (cell.state.testFlag(
            QStyle::State_Selected)) // the mark's own ground, so that its colour stays the same
        painter->fillRect(place.adjusted(-2, -2, 2, 2), cell.palette.base());
    paintVerdictMark(*painter, place, static_cast<Verdict>(verdict.toInt()), cell.palette);
}

QSize VerdictDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    return QStyledItemDelegate::sizeHint(option, index);
}

} // namespace clicksieve
