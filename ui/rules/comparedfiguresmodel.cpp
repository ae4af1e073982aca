// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rules/comparedfiguresmodel.h"

#include "ui/theme/numbers.h"

namespace clicksieve {

namespace {

QString both(const QString &before, const QString &after)
{
    return QStringLiteral("%1 → %2").arg(before, after);
}

QString both(std::uint64_t before, std::uint64_t after)
{
    return both(countText(quint64{before}), countText(quint64{after}));
}

} // namespace

ComparedFiguresModel::ComparedFiguresModel(QObject *parent) : QAbstractTableModel(parent) {}

void ComparedFiguresModel::show(const Analysis &analysis, std::shared_ptr<const RulesComparison> comparison)
{
    beginResetModel();
    m_table = analysis.table;
    m_comparison = std::move(comparison);
    endResetModel();
}

int ComparedFiguresModel::rowCount(const QModelIndex &parent) const
{
    if (parent.isValid() || m_comparison == nullptr)
        return 0;
    return static_cast<int>(m_comparison->campaigns.size()) + (hasTotal() ? 1 : 0);
}

int ComparedFiguresModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

ComparedFiguresModel::Row ComparedFiguresModel::rowAt(int row) const
{
    if (hasTotal() && row == 0)
        return {tr("All campaigns"), &m_comparison->total.before, &m_comparison->total.after,
                m_comparison->total.events()};
    const auto &campaign = m_comparison->campaigns[static_cast<std::size_t>(row - (hasTotal() ? 1 : 0))];
    return {visibleText(m_table->campaignName(CampaignIndex{campaign.campaign})), &campaign.before,
            &campaign.after, campaign.differences.events()};
}

QString ComparedFiguresModel::text(const Row &row, int column)
{
    const Counts &before = row.before->adjusted;
    const Counts &after = row.after->adjusted;
    switch (column) {
    case Campaign:
        return row.name;
    case Ctor:
        return both(percentText(row.before->ctor(before).value()),
                    percentText(row.after->ctor(after).value()));
    case Clicked:
        return both(before.uniqueClicks, after.uniqueClicks);
    case Opened:
        return both(before.uniqueOpens, after.uniqueOpens);
    case Clicks:
        return both(before.clicks, after.clicks);
    case Opens:
        return both(before.opens, after.opens);
    default:
        return countText(quint64{row.changed});
    }
}

QVariant ComparedFiguresModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return text(rowAt(index.row()), index.column());
    case Qt::ToolTipRole:
        return index.column() == Campaign ? QVariant(rowAt(index.row()).name.toHtmlEscaped()) : QVariant();
    case Qt::TextAlignmentRole:
        return QVariant((index.column() == Campaign ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    default:
        return {};
    }
}

QVariant ComparedFiguresModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant((section == Campaign ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Campaign:
        return tr("Campaign");
    case Ctor:
        return tr("Click-to-open rate");
    case Clicked:
        return tr("People who clicked");
    case Opened:
        return tr("People who opened");
    case Clicks:
        return tr("People's clicks");
    case Opens:
        return tr("People's opens");
    default:
        return tr("Change sides");
    }
}

} // namespace clicksieve
