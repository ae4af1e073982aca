// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rules/differingeventsmodel.h"

#include "ui/rules/reasonstext.h"

#include <algorithm>
#include <iterator>

namespace clicksieve {

namespace {

QString sideText(const Verdicts &verdicts, std::size_t event)
{
    return EventText::verdictWord(verdicts.isMachine(event) ? Verdict::Machine : Verdict::Human);
}

QString cellText(const EventText &text, const Verdicts &before, const Verdicts &after, std::size_t event,
                 int column)
{
    switch (column) {
    case DifferingEventsModel::SinceSend:
        return text.cell(event, EventColumn::SinceSend);
    case DifferingEventsModel::Recipient:
        return text.cell(event, EventColumn::Recipient);
    case DifferingEventsModel::What:
        return text.cell(event, EventColumn::What);
    case DifferingEventsModel::Link:
        return text.cell(event, EventColumn::Link);
    case DifferingEventsModel::Before:
        return sideText(before, event);
    default:
        return sideText(after, event);
    }
}

} // namespace

DifferingEventsModel::DifferingEventsModel(QObject *parent) : QAbstractTableModel(parent) {}

void DifferingEventsModel::show(const Analysis &analysis, std::shared_ptr<const RulesComparison> comparison,
                                DomainIndex domain)
{
    auto rows = std::make_shared<Rows>();
    if (comparison != nullptr) {
        if (domain.isNone())
            *rows = comparison->events;
        else
            std::ranges::copy_if(comparison->events, std::back_inserter(*rows), [&](std::uint32_t event) {
                return domainOf(*analysis.table, event) == domain;
            });
    }
    beginResetModel();
    m_analysis = analysis;
    m_text = EventText(analysis);
    m_comparison = std::move(comparison);
    m_rows = std::move(rows);
    endResetModel();
}

CsvRows DifferingEventsModel::csvRows() const
{
    return {static_cast<qint64>(m_rows->size()),
            [rows = m_rows, text = m_text, analysis = m_analysis, comparison = m_comparison](qint64 row) {
                QStringList cells;
                for (int column = 0; column < ColumnCount; ++column)
                    cells << cellText(text, *analysis.verdicts, *comparison->other,
                                      (*rows)[static_cast<std::size_t>(row)], column);
                return cells;
            }};
}

int DifferingEventsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows->size());
}

int DifferingEventsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant DifferingEventsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || (role != Qt::DisplayRole && role != Qt::ToolTipRole))
        return {};
    const QString text = cellText(m_text, *m_analysis.verdicts, *m_comparison->other,
                                  (*m_rows)[static_cast<std::size_t>(index.row())], index.column());
    return role == Qt::ToolTipRole ? text.toHtmlEscaped() : text;
}

QVariant DifferingEventsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case SinceSend:
        return EventText::title(EventColumn::SinceSend);
    case Recipient:
        return EventText::title(EventColumn::Recipient);
    case What:
        return EventText::title(EventColumn::What);
    case Link:
        return EventText::title(EventColumn::Link);
    case Before:
        return m_comparison == nullptr ? tr("Now") : rulesName(m_analysis.verdicts->ruleset());
    default:
        return m_comparison == nullptr ? tr("Others") : rulesName(m_comparison->other->ruleset());
    }
}

} // namespace clicksieve
