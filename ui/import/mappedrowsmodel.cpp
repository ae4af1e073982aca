// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/mappedrowsmodel.h"

#include "ui/import/mappinglabels.h"
#include "ui/theme/numbers.h"
#include "ui/theme/palette.h"
#include "ui/theme/tips.h"

#include <QApplication>
#include <QDateTime>
#include <QTimeZone>

namespace clicksieve {

namespace {

QString wallClock(TimeMs time, const QString &zone)
{
    const QTimeZone named(zone.toLatin1());
    const QDateTime moment = QDateTime::fromMSecsSinceEpoch(time, named.isValid() ? named : QTimeZone::utc());
    return clockText(time + moment.offsetFromUtc() * TimeMs{1'000});
}

} // namespace

void MappedRowsModel::setRows(std::vector<PreviewRow> rows, const QString &zone)
{
    beginResetModel();
    m_rows = std::move(rows);
    m_zone = zone;
    endResetModel();
}

int MappedRowsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int MappedRowsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant MappedRowsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const PreviewRow &row = m_rows[static_cast<std::size_t>(index.row())];
    const bool isRejected = !row.complaint.isEmpty();
    const bool isLeftOut = !isRejected && row.type == EventType::Other;
    if (role == Qt::TextAlignmentRole && index.column() == Row)
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    if (role == Qt::ForegroundRole && isRejected && index.column() != Row)
        return chartColours(QApplication::palette()).machine;
    if (role == Qt::ForegroundRole && isLeftOut)
        return QApplication::palette().color(QPalette::PlaceholderText);
    if (role == Qt::ToolTipRole && index.column() != Row)
        return tipText(textOf(row, index.column()));
    return role == Qt::DisplayRole ? QVariant(textOf(row, index.column())) : QVariant();
}

QString MappedRowsModel::textOf(const PreviewRow &row, int column) const
{
    if (column == Row)
        return countText(static_cast<quint64>(row.row));
    if (!row.complaint.isEmpty())
        return column == Time ? tr("Not read: %1").arg(visibleText(row.complaint.toStdString())) : QString();
    switch (column) {
    case Time:
        return wallClock(row.time, m_zone);
    case What:
        return row.type == EventType::Other ? tr("Left out") : labelOf(row.type);
    case Recipient:
        return visibleText(row.recipient.toStdString());
    case Campaign:
        return visibleText(row.campaign.toStdString());
    default:
        return visibleText(row.url.toStdString());
    }
}

QVariant MappedRowsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Row:
        return tr("Row");
    case Time:
        return m_zone.isEmpty() ? tr("Time") : tr("Time (%1)").arg(m_zone);
    case What:
        return labelOf(Field::Event);
    case Recipient:
        return labelOf(Field::Recipient);
    case Campaign:
        return labelOf(Field::Campaign);
    default:
        return labelOf(Field::Url);
    }
}

} // namespace clicksieve
