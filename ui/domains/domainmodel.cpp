// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/domains/domainmodel.h"

#include "ui/tables/roles.h"
#include "ui/theme/numbers.h"
#include "ui/theme/tips.h"

#include <QBrush>
#include <QGuiApplication>
#include <QPalette>

#include <algorithm>

namespace clicksieve {

namespace {

std::optional<double> machineShare(const Figures &figures)
{
    return Ratio{figures.machineClicks, figures.raw.clicks}.value();
}

/// The people-only rate; nothing where privacy services hide who opened.
std::optional<double> tellingRate(const Figures &figures)
{
    return figures.isMostlyPrefetched() ? std::nullopt : figures.ctor(figures.adjusted).value();
}

/// "12.1 % (8.4–17.1 %)": the rate and the ends of its interval.
QString rateWithRange(const Ratio &rate)
{
    const auto interval = rate.interval();
    if (!interval)
        return percentText(rate.value());
    return QStringLiteral("%1 (%2)").arg(percentText(rate.value()),
                                         percentRangeText(interval->first, interval->second));
}

QString parts(const Ratio &rate)
{
    return DomainModel::tr("%1 of %2").arg(countText(rate.numerator), countText(rate.denominator));
}

/// Unknown figures sort below every known one.
QVariant orUnknown(std::optional<double> value)
{
    constexpr double kUnknown = -1;
    return value.value_or(kUnknown);
}

QVariant orUnknown(std::optional<std::uint64_t> value)
{
    return value ? QVariant(static_cast<qint64>(*value)) : QVariant(qint64{-1});
}

} // namespace

void DomainModel::setRows(std::vector<DomainRow> rows, bool severalCampaigns, Of of)
{
    beginResetModel();
    m_of = of;
    m_rows = std::move(rows);
    m_severalCampaigns = severalCampaigns;
    m_deliveredKnown = std::any_of(m_rows.begin(), m_rows.end(),
                                   [](const DomainRow &row) { return row.figures.delivered.has_value(); });
    endResetModel();
}

bool DomainModel::isOfUse(int column) const
{
    if (column == Domains)
        return m_of == Of::Gateways;
    return column != Gateway || std::any_of(m_rows.begin(), m_rows.end(), [](const DomainRow &row) {
               return !row.gateway.isEmpty();
           });
}

int DomainModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int DomainModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant DomainModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const DomainRow &row = at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(row, index.column());
    case Qt::ToolTipRole: {
        const QString why = explanation(row, index.column());
        return why.isEmpty() ? QVariant() : tipText(why); // names come from files
    }
    case Qt::ForegroundRole: // a rate of a few is pale: its range is wide
        return index.column() == CtorPeople && row.figures.hasFewOpened()
                   ? QVariant(QGuiApplication::palette().brush(QPalette::PlaceholderText))
                   : QVariant();
    case Qt::TextAlignmentRole:
        return QVariant((index.column() <= Gateway ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    case SearchRole:
        return row.name + u'\n' + row.gateway;
    case SortRole:
        return value(row, index.column());
    case CsvRole:
        return csv(row, index.column());
    case BarRole: {
        const auto share = machineShare(row.figures);
        return index.column() == MachineShare && share ? QVariant(*share) : QVariant();
    }
    default:
        return {};
    }
}

std::optional<std::uint64_t> DomainModel::reached(const Figures &figures) const
{
    return m_deliveredKnown ? figures.delivered : figures.sent;
}

QString DomainModel::text(const DomainRow &row, int column) const
{
    const Figures &figures = row.figures;
    switch (column) {
    case Domain:
        return row.name;
    case Gateway:
        return row.gateway.isEmpty() ? QString(kUnknownSign) : row.gateway;
    case Domains:
        return countText(quint64{row.domains});
    case Reached:
        return countText(reached(figures));
    case OpensReported:
        return countText(static_cast<quint64>(figures.raw.opens));
    case CtorReported:
        return percentText(figures.ctor(figures.raw).value());
    case CtorPeople:
        return tellingRate(figures) ? rateWithRange(figures.ctor(figures.adjusted))
                                    : percentText(std::nullopt);
    case Clicks:
        return countText(static_cast<quint64>(figures.raw.clicks));
    case MachineClicks:
        return countText(static_cast<quint64>(figures.machineClicks));
    case MachineShare:
        return percentText(machineShare(figures));
    case MachineRecipients:
        return countText(static_cast<quint64>(figures.machineRecipients));
    default:
        return {};
    }
}

QVariant DomainModel::value(const DomainRow &row, int column) const
{
    const Figures &figures = row.figures;
    switch (column) {
    case Domain:
        return row.name;
    case Gateway:
        return row.gateway;
    case Domains:
        return static_cast<qint64>(row.domains);
    case Reached:
        return orUnknown(reached(figures));
    case OpensReported:
        return static_cast<qint64>(figures.raw.opens);
    case CtorReported:
        return orUnknown(figures.ctor(figures.raw).value());
    case CtorPeople:
        return orUnknown(tellingRate(figures));
    case Clicks:
        return static_cast<qint64>(figures.raw.clicks);
    case MachineClicks:
        return static_cast<qint64>(figures.machineClicks);
    case MachineShare:
        return orUnknown(machineShare(figures));
    case MachineRecipients:
        return static_cast<qint64>(figures.machineRecipients);
    default:
        return {};
    }
}

/// Plain numbers; rates as shares 0 to 1; nothing where it is not known.
QVariant DomainModel::csv(const DomainRow &row, int column) const
{
    const QVariant plain = value(row, column);
    if (column <= Gateway)
        return plain;
    if (plain.toDouble() < 0)
        return QString();
    return plain.typeId() == QMetaType::Double ? QString::number(plain.toDouble(), 'f', 6) : plain.toString();
}

QString DomainModel::explanation(const DomainRow &row, int column) const
{
    const Figures &figures = row.figures;
    switch (column) {
    case Domain:
        return row.name;
    case Gateway:
        return row.gateway.isEmpty()
                   ? tr("Not known: nothing says which server takes mail in for this domain.")
                   : row.gateway;
    case Reached:
        return reached(figures) ? QString()
                                : tr("Not known: the export does not say how many messages went here.");
    case CtorReported:
        return explainReported(figures.ctor(figures.raw));
    case CtorPeople:
        return explainPeople(figures);
    case MachineClicks:
    case MachineShare:
        return figures.raw.clicks == 0 ? tr("Not known: there are no clicks here.")
                                       : tr("%1 clicks were made by machines")
                                             .arg(parts({figures.machineClicks, figures.raw.clicks}));
    default:
        return {};
    }
}

QString DomainModel::explainReported(const Ratio &rate)
{
    const auto value = rate.value();
    if (!value)
        return tr("Not known: no opens are reported here.");
    const QString made = tr("Clicked / opened: %1.").arg(parts(rate));
    return *value > 1
               ? made + u' ' + tr("More clicked than opened: scanners try links but do not load images.")
               : made;
}

QString DomainModel::explainPeople(const Figures &figures)
{
    const Ratio rate = figures.ctor(figures.adjusted);
    if (!rate.value())
        return tr("Not known: no person opened or clicked here.");
    const QString made = tr("Clicked / opened: %1.").arg(parts(rate));
    if (figures.isMostlyPrefetched())
        return tr("Cannot be told: most opens here were made by a privacy service, which loads the images of "
                  "every "
                  "message. Those who clicked are known, those who only opened are not.")
               + u' ' + made;
    const auto interval = rate.interval();
    const QString chance = interval ? u' '
                                          + tr("Allowing for chance, %1 (95 % interval).")
                                                .arg(percentRangeText(interval->first, interval->second))
                                    : QString();
    const QString few =
        figures.hasFewOpened()
            ? u' ' + tr("Pale, because fewer than %1 opened.").arg(countText(quint64{Figures::kFewestOpened}))
            : QString();
    return made + chance + few;
}

QVariant DomainModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return title(section);
    case Qt::ToolTipRole:
        return tipText(definition(section));
    case Qt::TextAlignmentRole:
        return QVariant((section <= Gateway ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    default:
        return {};
    }
}

QString DomainModel::title(int column) const
{
    switch (column) {
    case Domain:
        return m_of == Of::Gateways ? tr("Gateway or mailboxes") : tr("Domain");
    case Gateway:
        return tr("Mail taken in by");
    case Domains:
        return tr("Domains");
    case Reached:
        return m_deliveredKnown ? tr("Delivered") : tr("Sent");
    case OpensReported:
        return tr("Opens reported");
    case CtorReported:
        return tr("CTOR reported");
    case CtorPeople:
        return tr("CTOR people only");
    case Clicks:
        return tr("Clicks");
    case MachineClicks:
        return tr("Machine clicks");
    case MachineShare:
        return tr("Machine share");
    case MachineRecipients:
        return m_severalCampaigns ? tr("Messages affected") : tr("Recipients affected");
    default:
        return {};
    }
}

QString DomainModel::definition(int column) const
{
    switch (column) {
    case Domain:
        return m_of == Of::Gateways
                   ? tr("Who takes the mail in: a service that filters it, or whoever keeps the mailboxes")
                   : tr("What stands after the @ of the recipients' addresses");
    case Gateway:
        return tr("Who takes mail in for the domain, and so may follow the links in it");
    case Domains:
        return tr("Domains of recipients whose mail is taken in here");
    case Reached:
        return m_deliveredKnown ? tr("Messages that were accepted there") : tr("Messages sent there");
    case OpensReported:
        return tr("Opens that the export reports, by people and by machines");
    case CtorReported:
        return tr("Click-to-open rate of all events: recipients who clicked, of those who opened");
    case CtorPeople:
        return tr("Click-to-open rate of people: recipients who clicked, of those who opened or clicked. "
                  "In brackets: the range that chance allows (95 % interval). Pale where fewer than %1 "
                  "opened; "
                  "“–” where privacy services made most of the opens")
            .arg(countText(quint64{Figures::kFewestOpened}));
    case Clicks:
        return tr("Clicks that the export reports, by people and by machines");
    case MachineClicks:
        return tr("Clicks that machines made");
    case MachineShare:
        return tr("Share of the clicks that machines made");
    case MachineRecipients:
        return m_severalCampaigns ? tr("Messages with at least one open or click by a machine")
                                  : tr("Recipients with at least one open or click by a machine");
    default:
        return {};
    }
}

} // namespace clicksieve
