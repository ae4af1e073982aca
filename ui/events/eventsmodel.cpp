// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/events/eventsmodel.h"

#include "ui/events/eventranks.h"
#include "ui/events/eventselection.h"
#include "ui/theme/tips.h"

#include <algorithm>

namespace clicksieve {

namespace {

bool isRightAligned(EventColumn column)
{
    return column == EventColumn::SinceSend;
}

bool isSame(const Analysis &one, const Analysis &other)
{
    return one.table == other.table && one.verdicts == other.verdicts;
}

} // namespace

EventsModel::EventsModel(QObject *parent) : QAbstractTableModel(parent)
{
    connect(&m_job, &BackgroundJob::started, this, [this] { emit busyChanged(true); });
    connect(&m_job, &BackgroundJob::finished, this, [this] { emit busyChanged(false); });
}

EventsModel::~EventsModel() = default;

void EventsModel::show(const Analysis &analysis, const EventQuery &query)
{
    if (m_ranks == nullptr || !isSame(m_wanted, analysis))
        m_ranks = std::make_shared<EventRanks>(analysis);
    m_wanted = analysis;
    const EventQuery before = m_query;
    m_query = query;
    m_query.sortedBy = before.sortedBy;
    m_query.descending = before.descending;
    start();
}

void EventsModel::showRows(const Analysis &analysis, Rows rows)
{
    m_job.cancel();
    m_wanted = {};
    swapIn(analysis, std::move(rows));
}

void EventsModel::sort(int column, Qt::SortOrder order)
{
    m_query.sortedBy.reset();
    if (column >= 0 && column < columnCount())
        m_query.sortedBy = static_cast<EventColumn>(column);
    m_query.descending = order == Qt::DescendingOrder;
    if (m_wanted.table != nullptr)
        start();
}

void EventsModel::start()
{
    m_job.start<Rows>([analysis = m_wanted, query = m_query, ranks = m_ranks](
                          JobContext &context) { return selectEvents(analysis, query, *ranks, context); },
                      [this, analysis = m_wanted](Result<Rows> rows) { accept(analysis, std::move(rows)); });
}

void EventsModel::accept(const Analysis &analysis, Result<Rows> rows)
{
    if (rows)
        swapIn(analysis, std::move(rows.value()));
    else if (rows.error().kind != Error::Kind::Cancelled)
        emit failed(rows.error().message);
}

/// A reset rather than a change of layout: that one would make a persistent index of every selected row.
void EventsModel::swapIn(const Analysis &analysis, Rows rows)
{
    beginResetModel();
    m_analysis = analysis;
    m_text = EventText(analysis);
    m_rows = std::make_shared<const Rows>(std::move(rows));
    endResetModel();
    emit updated();
}

quint64 EventsModel::totalCount() const
{
    return m_analysis.table == nullptr ? 0 : m_analysis.table->messages().allActions().size();
}

int EventsModel::rowOf(std::size_t event) const
{
    const auto found = std::find(m_rows->begin(), m_rows->end(), static_cast<std::uint32_t>(event));
    return found == m_rows->end() ? -1 : static_cast<int>(found - m_rows->begin());
}

CsvRows EventsModel::csvRows() const
{
    return {static_cast<qint64>(m_rows->size()), [rows = m_rows, text = m_text](qint64 row) {
                QStringList cells;
                for (std::size_t column = 0; column < kEventColumns; ++column)
                    cells << text.csvCell((*rows)[static_cast<std::size_t>(row)],
                                          static_cast<EventColumn>(column));
                return cells;
            }};
}

int EventsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows->size());
}

int EventsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(kEventColumns);
}

QVariant EventsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const std::size_t event = eventAt(index.row());
    const auto column = static_cast<EventColumn>(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return m_text.cell(event, column);
    case Qt::ToolTipRole:
        return toolTip(event, column);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(isRightAligned(column) ? Qt::AlignRight | Qt::AlignVCenter
                                                          : Qt::AlignLeft | Qt::AlignVCenter);
    case VerdictRole:
        return column == EventColumn::Verdict
                   ? QVariant(static_cast<int>(m_analysis.verdicts->verdict(event)))
                   : QVariant();
    default:
        return {};
    }
}

/// The whole text of a cell that may be cut off, or why it is not known. Escaped: Qt shows tooltips as rich text.
QString EventsModel::toolTip(std::size_t event, EventColumn column) const
{
    const QString why = m_text.whyUnknown(event, column);
    QString text = why.isEmpty() ? m_text.cell(event, column) : why;
    if (column == EventColumn::Actor && why.isEmpty()) {
        const QString kind = m_text.actorKind(event); // not every name says what it is
        text = kind.isEmpty() ? text : QStringLiteral("%1 (%2)").arg(text, kind);
    }
    return tipText(text);
}

QVariant EventsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    const auto column = static_cast<EventColumn>(section);
    switch (role) {
    case Qt::DisplayRole:
        return EventText::title(column);
    case Qt::ToolTipRole:
        return tipText(EventText::explanation(column));
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(isRightAligned(column) ? Qt::AlignRight | Qt::AlignVCenter
                                                          : Qt::AlignLeft | Qt::AlignVCenter);
    default:
        return {};
    }
}

} // namespace clicksieve
