// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/previewmodel.h"

#include "ui/import/mappinglabels.h"
#include "ui/theme/numbers.h"
#include "ui/theme/palette.h"

#include <QGuiApplication>

namespace clicksieve {

namespace {

QString visible(const QString &text)
{
    return text.isEmpty() ? QStringLiteral("–") : visibleText(text.toStdString());
}

} // namespace

PreviewModel::PreviewModel(QObject *parent) : QAbstractTableModel(parent) {}

void PreviewModel::setRows(std::vector<PreviewRow> rows, const QString &zone)
{
    beginResetModel();
    m_rows = std::move(rows);
    m_zone = TimeZone::named(zone);
    endResetModel();
}

bool PreviewModel::isRejected(int row) const
{
    return !m_rows[static_cast<std::size_t>(row)].complaint.isEmpty();
}

int PreviewModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int PreviewModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString PreviewModel::text(const PreviewRow &row, int column) const
{
    if (column == Row)
        return countText(quint64{row.row});
    if (!row.complaint.isEmpty())
        return column == When ? tr("Not read: %1").arg(visible(row.complaint)) : QString();
    switch (column) {
    case When:
        return clockText(m_zone ? m_zone->toWallClock(row.time) : row.time);
    case What:
        return row.type == EventType::Other ? tr("Left out") : labelOf(row.type);
    case Recipient:
        return visible(row.recipient);
    case Campaign:
        return visible(row.campaign);
    case Link:
        return visible(row.url);
    case Address:
        return visible(row.address);
    default:
        return visible(row.agent);
    }
}

QVariant PreviewModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const PreviewRow &row = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return text(row, index.column());
    case Qt::ToolTipRole:
        return text(row, index.column()).toHtmlEscaped();
    case Qt::TextAlignmentRole:
        return QVariant((index.column() == Row ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case Qt::ForegroundRole:
        return row.complaint.isEmpty() ? QVariant() : chartColours(QGuiApplication::palette()).machine;
    default:
        return {};
    }
}

QVariant PreviewModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant((section == Row ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Row:
        return tr("Row");
    case When:
        return tr("When");
    case What:
        return tr("What");
    case Recipient:
        return tr("Recipient");
    case Campaign:
        return tr("Campaign");
    case Link:
        return tr("Link");
    case Address:
        return tr("IP address");
    default:
        return tr("Program");
    }
}

} // namespace clicksieve
