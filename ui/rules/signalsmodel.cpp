// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rules/signalsmodel.h"

#include "ui/theme/numbers.h"

#include <QGuiApplication>
#include <QPalette>

#include <algorithm>

namespace clicksieve {

SignalsModel::SignalsModel(QObject *parent) : QAbstractTableModel(parent) {}

void SignalsModel::show(const std::vector<SignalSpec> &specs, const std::vector<SignalReport> &reports)
{
    const bool isOther = specs.size() != m_specs.size();
    if (isOther)
        beginResetModel();
    m_specs = specs;
    m_reports = reports;
    if (isOther)
        endResetModel();
    else if (!m_specs.empty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int SignalsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_specs.size());
}

int SignalsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

const SignalReport *SignalsModel::reportOf(const SignalSpec &spec) const
{
    const auto found = std::ranges::find(m_reports, spec.id, &SignalReport::id);
    return found == m_reports.end() ? nullptr : &*found;
}

QString SignalsModel::stateText(const SignalSpec &spec) const
{
    const SignalReport *report = reportOf(spec);
    if (!spec.enabled)
        return tr("switched off");
    return report == nullptr || report->applicable ? QString() : tr("cannot be looked for");
}

QVariant SignalsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const SignalSpec &spec = m_specs[static_cast<std::size_t>(index.row())];
    const SignalReport *report = reportOf(spec);
    const bool speaks = spec.enabled && report != nullptr && report->applicable;
    switch (role) {
    case Qt::DisplayRole:
        return index.column() == Title ? visibleText(spec.title.toStdString())
               : index.column() == Events
                   ? (speaks ? countText(quint64{report->events}) : QStringLiteral("–"))
                   : stateText(spec);
    case Qt::ToolTipRole:
        return (spec.enabled && report != nullptr && !report->reason.isEmpty() ? report->reason
                                                                               : spec.sentence)
            .toHtmlEscaped();
    case Qt::CheckStateRole:
        return index.column() == Title ? QVariant(spec.enabled ? Qt::Checked : Qt::Unchecked) : QVariant();
    case Qt::TextAlignmentRole:
        return QVariant((index.column() == Events ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case Qt::ForegroundRole:
        return speaks ? QVariant() : QGuiApplication::palette().color(QPalette::PlaceholderText);
    default:
        return {};
    }
}

bool SignalsModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!index.isValid() || index.column() != Title || role != Qt::CheckStateRole)
        return false;
    emit switched(index.row(), value.toInt() == Qt::Checked);
    return true;
}

Qt::ItemFlags SignalsModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags usual = QAbstractTableModel::flags(index);
    return index.isValid() && index.column() == Title ? usual | Qt::ItemIsUserCheckable : usual;
}

QVariant SignalsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant((section == Events ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    return section == Title ? tr("Signal") : section == Events ? tr("Opens and clicks") : tr("State");
}

} // namespace clicksieve
