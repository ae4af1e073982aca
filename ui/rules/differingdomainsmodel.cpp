// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rules/differingdomainsmodel.h"

#include "ui/theme/numbers.h"

namespace clicksieve {

DifferingDomainsModel::DifferingDomainsModel(QObject *parent) : QAbstractTableModel(parent) {}

void DifferingDomainsModel::show(const Analysis &analysis, std::shared_ptr<const RulesComparison> comparison)
{
    beginResetModel();
    m_table = analysis.table;
    m_comparison = std::move(comparison);
    endResetModel();
}

DomainIndex DifferingDomainsModel::domainAt(int row) const
{
    return row > 0 ? DomainIndex{m_comparison->domains[static_cast<std::size_t>(row - 1)].domain}
                   : DomainIndex();
}

int DifferingDomainsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() || m_comparison == nullptr || m_comparison->total.events() == 0
               ? 0
               : static_cast<int>(m_comparison->domains.size()) + 1;
}

int DifferingDomainsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString DifferingDomainsModel::nameAt(int row) const
{
    const DomainIndex domain = domainAt(row);
    return domain.isNone() ? tr("All") : visibleText(m_table->domainText(domain));
}

const Differences &DifferingDomainsModel::differencesAt(int row) const
{
    if (row == 0)
        return m_comparison->total;
    return m_comparison->domains[static_cast<std::size_t>(row - 1)].differences;
}

QVariant DifferingDomainsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant((index.column() == Domain ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole && index.column() == Domain)
        return nameAt(index.row()).toHtmlEscaped();
    if (role != Qt::DisplayRole)
        return {};
    const Differences &differences = differencesAt(index.row());
    switch (index.column()) {
    case Domain:
        return nameAt(index.row());
    case ClicksToPeople:
        return countText(quint64{differences.clicksToHuman});
    case ClicksToMachines:
        return countText(quint64{differences.clicksToMachine});
    case OpensToPeople:
        return countText(quint64{differences.opensToHuman});
    default:
        return countText(quint64{differences.opensToMachine});
    }
}

QVariant DifferingDomainsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant((section == Domain ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole && section != Domain)
        return section == ClicksToPeople || section == OpensToPeople
                   ? tr("A machine's under the rules that count now, a person's under the others.")
                   : tr("A person's under the rules that count now, a machine's under the others.");
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Domain:
        return tr("Domain");
    case ClicksToPeople:
        return tr("Clicks gained");
    case ClicksToMachines:
        return tr("Clicks lost");
    case OpensToPeople:
        return tr("Opens gained");
    default:
        return tr("Opens lost");
    }
}

} // namespace clicksieve
