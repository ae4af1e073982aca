// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tables/selectiontext.h"

#include <QAbstractItemModel>

#include <algorithm>

namespace clicksieve {

namespace {

QString oneLine(QString cell)
{
    for (QChar &c : cell) {
        if (c == u'\t' || c == u'\n' || c == u'\r')
            c = u' ';
    }
    return cell;
}

bool touchesColumn(const QItemSelection &selection, int column)
{
    return std::any_of(selection.cbegin(), selection.cend(), [column](const QItemSelectionRange &range) {
        return range.left() <= column && column <= range.right();
    });
}

} // namespace

SelectionText::SelectionText(QItemSelection selection, const QList<int> &columns)
    : m_selection(std::move(selection))
{
    for (const int column : columns) {
        if (touchesColumn(m_selection, column))
            m_columns << column;
    }
    QList<RowRange> ranges;
    for (const QItemSelectionRange &range : std::as_const(m_selection))
        ranges << RowRange(range.top(), range.bottom());
    std::sort(ranges.begin(), ranges.end());
    for (const RowRange &range : std::as_const(ranges)) {
        if (!m_rows.isEmpty() && range.first <= m_rows.back().second)
            m_rows.back().second = std::max(m_rows.back().second, range.second);
        else
            m_rows << range;
    }
    for (const RowRange &range : std::as_const(m_rows))
        m_rowCount += range.second - range.first + 1;
}

QString SelectionText::tsv(bool withHeaders) const
{
    if (m_rows.isEmpty() || m_columns.isEmpty())
        return {};
    QStringList lines;
    if (withHeaders) {
        QStringList titles;
        for (const int column : m_columns)
            titles << oneLine(m_selection.front().model()->headerData(column, Qt::Horizontal).toString());
        lines << titles.join(u'\t');
    }
    for (const RowRange &range : m_rows) {
        for (int row = range.first; row <= range.second; ++row)
            lines << line(row);
    }
    return lines.join(u'\n');
}

QString SelectionText::line(int row) const
{
    const QAbstractItemModel *model = m_selection.front().model();
    QStringList cells;
    for (const int column : m_columns) {
        const QModelIndex index = model->index(row, column);
        cells << (m_selection.contains(index) ? oneLine(index.data(Qt::DisplayRole).toString()) : QString());
    }
    return cells.join(u'\t');
}

} // namespace clicksieve
