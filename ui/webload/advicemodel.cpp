// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/webload/advicemodel.h"

#include "ui/theme/numbers.h"

#include <cmath>

namespace clicksieve {

namespace {

QString roundText(double value)
{
    return countText(static_cast<quint64>(std::llround(value)));
}

} // namespace

void AdviceModel::setAdvice(std::vector<BatchAdvice> advice, double recipients)
{
    beginResetModel();
    m_advice = std::move(advice);
    m_recipients = recipients;
    endResetModel();
}

int AdviceModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_advice.size());
}

int AdviceModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString AdviceModel::text(const BatchAdvice &advice, int column) const
{
    if (column == Interval)
        return durationText(std::llround(advice.interval * 1'000));
    if (!advice.batches)
        return column == Batches ? tr("never enough") : QStringLiteral("–");
    switch (column) {
    case Batches:
        return countText(quint64(*advice.batches));
    case Each:
        return roundText(std::ceil(m_recipients / *advice.batches));
    case Rate:
        return roundText(advice.forecast->peakRate);
    case FullestSecond:
        return QStringLiteral("%1–%2").arg(roundText(advice.forecast->peaks[0].low),
                                           roundText(advice.forecast->peaks[0].high));
    default:
        return durationText(std::llround(advice.forecast->finishedAfter * 1'000));
    }
}

QVariant AdviceModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    if (role == Qt::DisplayRole)
        return text(at(index.row()), index.column());
    if (role == Qt::TextAlignmentRole)
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    return {};
}

QVariant AdviceModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole && section == FullestSecond)
        return tr("The most requests in one second; eight sends in ten end between the two. A single second "
                  "may see more "
                  "than the site bears: visitors then wait a second or two.");
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Interval:
        return tr("A batch every");
    case Batches:
        return tr("Batches");
    case Each:
        return tr("Mails each");
    case Rate:
        return tr("Requests/s");
    case FullestSecond:
        return tr("Fullest second");
    default:
        return tr("Done after");
    }
}

} // namespace clicksieve
