// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rules/listsmodel.h"

#include "ui/theme/numbers.h"
#include "ui/theme/tips.h"

namespace clicksieve {

void ListsModel::setRows(std::vector<ListRow> rows)
{
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

int ListsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int ListsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString ListsModel::whatText(const ListRow &row)
{
    if (row.isProposal)
        return tr("Clicked by machines only, in %1 messages").arg(countText(quint64{row.messages}));
    switch (row.entry.kind) {
    case ListEntry::Kind::Network:
        return tr("Address, never a scanner's");
    case ListEntry::Kind::Agent:
        return tr("Program, never a scanner's");
    case ListEntry::Kind::HiddenLink:
        break;
    }
    return tr("Link, hidden from people");
}

QVariant ListsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ListRow &row = at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return index.column() == What    ? whatText(row)
               : index.column() == Entry ? visibleText(row.entry.text)
                                         : countText(quint64{row.entry.events});
    case Qt::ToolTipRole:
        return index.column() == Entry ? QVariant(tipText(visibleText(row.entry.text))) : QVariant();
    case Qt::TextAlignmentRole:
        return QVariant((index.column() == Events ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    default:
        return {};
    }
}

QVariant ListsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant((section == Events ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    return section == What    ? tr("What")
           : section == Entry ? tr("Address, program or link")
                              : tr("Opens and clicks here");
}

} // namespace clicksieve
