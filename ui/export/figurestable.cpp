// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/figurestable.h"

#include "core/jobs/jobcontext.h"
#include "ui/tables/roles.h"

namespace clicksieve {

namespace {

constexpr int kRatePrecision = 6;

QString textOf(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

QString known(std::optional<std::uint64_t> count)
{
    return count ? QString::number(*count) : QString(QChar(kUnknownSign));
}

QString rate(std::optional<double> share)
{
    return share ? QString::number(*share, 'f', kRatePrecision) : QString(QChar(kUnknownSign));
}

QString groupText(FiguresBy by, const EventTable &table, std::uint32_t group)
{
    switch (by) {
    case FiguresBy::Campaign:
        return textOf(table.campaignName(CampaignIndex{group}));
    case FiguresBy::Domain:
        return textOf(table.domainText(DomainIndex{group}));
    case FiguresBy::Link:
        break;
    }
    return textOf(table.linkText(LinkIndex{group}));
}

std::vector<GroupFigures> computed(FiguresBy by, const Analysis &analysis, const Filter &filter,
                                   JobContext &context)
{
    switch (by) {
    case FiguresBy::Campaign:
        return figuresByCampaign(*analysis.table, *analysis.verdicts, filter, context);
    case FiguresBy::Domain:
        return figuresByDomain(*analysis.table, *analysis.verdicts, filter, context);
    case FiguresBy::Link:
        break;
    }
    return figuresByLink(*analysis.table, *analysis.verdicts, filter, context);
}

} // namespace

QStringList figuresHeader(FiguresBy by)
{
    // Names of columns, not words of the screen: the same in every language.
    QStringList header;
    header += by == FiguresBy::Campaign ? QStringLiteral("campaign")
              : by == FiguresBy::Domain ? QStringLiteral("domain")
                                        : QStringLiteral("link");
    header += {QStringLiteral("sent"),
               QStringLiteral("delivered"),
               QStringLiteral("messages"),
               QStringLiteral("opens_raw"),
               QStringLiteral("clicks_raw"),
               QStringLiteral("unique_opens_raw"),
               QStringLiteral("unique_clicks_raw"),
               QStringLiteral("ctor_raw"),
               QStringLiteral("opens_adjusted"),
               QStringLiteral("clicks_adjusted"),
               QStringLiteral("unique_opens_adjusted"),
               QStringLiteral("unique_clicks_adjusted"),
               QStringLiteral("ctor_adjusted"),
               QStringLiteral("ctor_adjusted_low95"),
               QStringLiteral("ctor_adjusted_high95"),
               QStringLiteral("ctor_strict"),
               QStringLiteral("ctor_lenient"),
               QStringLiteral("machine_opens"),
               QStringLiteral("machine_clicks"),
               QStringLiteral("machine_recipients"),
               QStringLiteral("uncertain_opens"),
               QStringLiteral("uncertain_clicks")};
    return header;
}

QStringList figuresRow(FiguresBy by, const EventTable &table, const GroupFigures &group)
{
    const Figures &figures = group.figures;
    const Ratio people = figures.ctor(figures.adjusted);
    const auto interval = people.interval();
    const auto end = [&interval](bool low) {
        return interval ? std::optional<double>(low ? interval->first : interval->second) : std::nullopt;
    };
    return {groupText(by, table, group.group),
            known(figures.sent),
            known(figures.delivered),
            known(figures.messages),
            known(figures.raw.opens),
            known(figures.raw.clicks),
            known(figures.raw.uniqueOpens),
            known(figures.raw.uniqueClicks),
            rate(figures.ctor(figures.raw).value()),
            known(figures.adjusted.opens),
            known(figures.adjusted.clicks),
            known(figures.adjusted.uniqueOpens),
            known(figures.adjusted.uniqueClicks),
            rate(people.value()),
            rate(end(true)),
            rate(end(false)),
            rate(figures.ctor(figures.strict).value()),
            rate(figures.ctor(figures.lenient).value()),
            known(figures.machineOpens),
            known(figures.machineClicks),
            known(figures.machineRecipients),
            known(figures.uncertainOpens),
            known(figures.uncertainClicks)};
}

Result<qint64> writeFigures(FiguresBy by, const Analysis &analysis, const Filter &filter, const QString &path,
                            JobContext &context)
{
    const auto groups = computed(by, analysis, filter, context);
    if (context.stopRequested())
        return Error{Error::Kind::Cancelled, QString()};
    CsvRows rows;
    rows.count = static_cast<qint64>(groups.size());
    rows.cells = [&](qint64 row) {
        return figuresRow(by, *analysis.table, groups[static_cast<std::size_t>(row)]);
    };
    return writeCsvFile(path, figuresHeader(by), rows, context);
}

} // namespace clicksieve
