// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/rejectedrowsmodel.h"

#include "ui/tables/roles.h"
#include "ui/theme/numbers.h"

namespace clicksieve {

RejectedRowsModel::RejectedRowsModel(std::shared_ptr<const EventTable> table, QObject *parent)
    : QAbstractTableModel(parent)
    , m_table(std::move(table))
{
    for (const SourceInfo &source : m_table->sources()) {
        for (const RejectedRow &rejected : source.rejected)
            m_lines.push_back({&source, &rejected});
    }
}

int RejectedRowsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

int RejectedRowsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant RejectedRowsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Line &line = m_lines[static_cast<std::size_t>(index.row())];
    if (role == Qt::TextAlignmentRole && index.column() == Row)
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    if (role == CsvRole && index.column() == Row)
        return QString::number(line.rejected->row);
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case File:
        return visibleText(line.source->name.toStdString());
    case Row:
        return countText(static_cast<quint64>(line.rejected->row));
    default:
        return visibleText(line.rejected->reason.toStdString());
    }
}

QVariant RejectedRowsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::ToolTipRole && section == Row)
        return tr("Number of the row in the file, the header not counted");
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case File:
        return tr("File");
    case Row:
        return tr("Row");
    default:
        return tr("Why it could not be read");
    }
}

} // namespace clicksieve
