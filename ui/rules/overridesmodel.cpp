// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rules/overridesmodel.h"

#include "ui/events/eventtext.h"
#include "ui/theme/numbers.h"

namespace clicksieve {

OverridesModel::OverridesModel(QObject *parent) : QAbstractTableModel(parent) {}

void OverridesModel::show(const Analysis &analysis)
{
    beginResetModel();
    m_analysis = analysis;
    endResetModel();
}

std::size_t OverridesModel::placeAt(int row) const
{
    return static_cast<std::size_t>(rowCount() - 1 - row);
}

int OverridesModel::rowCount(const QModelIndex &parent) const
{
    if (parent.isValid() || m_analysis.verdicts == nullptr || m_analysis.verdicts->overrides() == nullptr)
        return 0;
    return static_cast<int>(m_analysis.verdicts->overrides()->list().size());
}

int OverridesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString OverridesModel::whatText(const Override &override) const
{
    const EventTable &table = *m_analysis.table;
    const EventText text(m_analysis);
    switch (override.scope) {
    case Override::Scope::Event: {
        QStringList parts{text.what(table.type(override.id)), text.cell(override.id, EventColumn::Recipient),
                          text.cell(override.id, EventColumn::Time)};
        return parts.join(QStringLiteral(" · "));
    }
    case Override::Scope::Message:
        return tr("Message to %1, %2")
            .arg(visibleText(table.recipientText(table.messages().recipient(override.id))),
                 visibleText(table.campaignName(table.messages().campaign(override.id))));
    case Override::Scope::Client: {
        const ClientIndex client{override.id};
        return tr("Address %1, %2")
            .arg(visibleText(table.addressText(client)), visibleText(table.agentText(client)));
    }
    case Override::Scope::Link:
        return tr("Link %1").arg(visibleText(table.linkText(LinkIndex{override.id})));
    case Override::Scope::Domain:
        break;
    }
    return tr("Recipient domain %1").arg(visibleText(table.domainText(DomainIndex{override.id})));
}

QVariant OverridesModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Overrides &overrides = *m_analysis.verdicts->overrides();
    const std::size_t place = placeAt(index.row());
    const Override &override = overrides.list()[place];
    switch (role) {
    case Qt::DisplayRole:
        return index.column() == What ? whatText(override)
               : index.column() == Whose
                   ? EventText::verdictWord(override.isMachine ? Verdict::Machine : Verdict::Human)
                   : countText(quint64{overrides.events(place)});
    case Qt::ToolTipRole:
        return index.column() == What ? QVariant(whatText(override).toHtmlEscaped()) : QVariant();
    case Qt::TextAlignmentRole:
        return QVariant((index.column() == Events ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    default:
        return {};
    }
}

QVariant OverridesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant((section == Events ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    return section == What ? tr("What") : section == Whose ? tr("Your verdict") : tr("Opens and clicks");
}

} // namespace clicksieve
