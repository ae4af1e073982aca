// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/importfilesmodel.h"

#include "ui/theme/numbers.h"
#include "ui/theme/palette.h"

#include <QFont>
#include <QGuiApplication>

namespace clicksieve {

namespace {

/// By the clock of the source's zone.
QString clockOf(const ImportEntry &entry, TimeMs time)
{
    const auto zone = TimeZone::named(entry.file.info.timeZone);
    return clockText(zone ? zone->toWallClock(time) : time);
}

QString rowsText(const ImportEntry &entry)
{
    if (!entry.counted)
        return entry.isReadable() ? QStringLiteral("…") : QStringLiteral("–");
    const QString rows = countText(quint64{entry.counted->rows});
    return entry.counted->rejectedRows == 0 ? rows
                                            : ImportFilesModel::tr("%1, %2 not read")
                                                  .arg(rows, countText(quint64{entry.counted->rejectedRows}));
}

} // namespace

ImportFilesModel::ImportFilesModel(QObject *parent) : QAbstractTableModel(parent) {}

void ImportFilesModel::setEntries(std::vector<ImportEntry> entries)
{
    if (entries.size() == m_entries.size() && !entries.empty()) {
        m_entries = std::move(entries);
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
        return;
    }
    beginResetModel();
    m_entries = std::move(entries);
    endResetModel();
}

int ImportFilesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

int ImportFilesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString ImportFilesModel::text(const ImportEntry &entry, int column)
{
    switch (column) {
    case File:
        return visibleText(entry.file.name.toStdString());
    case ReadAs:
        return entry.file.problem ? QStringLiteral("–") : entry.file.info.formatTitle;
    case Sureness:
        return entry.surenessText();
    case Rows:
        return rowsText(entry);
    case First:
        return clockOf(entry, entry.span.first);
    case StateColumn:
        return entry.stateText();
    default:
        return clockOf(entry, entry.span.last);
    }
}

QVariant ImportFilesModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const ImportEntry &entry = m_entries[static_cast<std::size_t>(index.row())];
    const ImportEntry::State state = entry.state();
    const bool isState = index.column() == StateColumn;
    switch (role) {
    case Qt::DisplayRole:
        return text(entry, index.column());
    case Qt::ToolTipRole:
        return (isState && !entry.stateSentence().isEmpty() ? entry.stateSentence()
                                                            : text(entry, index.column()))
            .toHtmlEscaped();
    case Qt::TextAlignmentRole:
        return QVariant((index.column() == Rows ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case Qt::ForegroundRole:
        if (state == ImportEntry::State::LeftOut)
            return QGuiApplication::palette().color(QPalette::PlaceholderText);
        return isState && state != ImportEntry::State::Ready
                   ? QVariant(chartColours(QGuiApplication::palette()).machine)
                   : QVariant();
    case Qt::FontRole: {
        QFont font = QGuiApplication::font();
        font.setBold(isState && state != ImportEntry::State::Ready && state != ImportEntry::State::LeftOut);
        return font;
    }
    default:
        return {};
    }
}

QVariant ImportFilesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant((section == Rows ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case File:
        return tr("File");
    case ReadAs:
        return tr("Read as");
    case Sureness:
        return tr("How sure");
    case Rows:
        return tr("Rows");
    case First:
        return tr("First event");
    case StateColumn:
        return tr("State");
    default:
        return tr("Last event");
    }
}

} // namespace clicksieve
