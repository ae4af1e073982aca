// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/jsonreport.h"

#include "core/detect/verdicts.h"
#include "core/events/eventtable.h"
#include "core/export/outputfile.h"
#include "core/metrics/breakdown.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace clicksieve {

namespace {

constexpr std::size_t kRejectedShown = 20;

QString text(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

QJsonValue count(std::uint64_t value)
{
    return static_cast<qint64>(value);
}

QJsonValue count(std::optional<std::uint64_t> value)
{
    return value ? count(*value) : QJsonValue(QJsonValue::Null);
}

QJsonValue rate(const Ratio &ratio)
{
    const auto value = ratio.value();
    return value ? QJsonValue(*value) : QJsonValue(QJsonValue::Null);
}

QJsonObject counts(const Figures &figures, const Counts &of)
{
    return {{QStringLiteral("opens"), count(of.opens)},
            {QStringLiteral("unique_opens"), count(of.uniqueOpens)},
            {QStringLiteral("clicks"), count(of.clicks)},
            {QStringLiteral("unique_clicks"), count(of.uniqueClicks)},
            {QStringLiteral("open_rate"), rate(figures.openRate(of))},
            {QStringLiteral("ctr"), rate(figures.ctr(of))},
            {QStringLiteral("ctor"), rate(figures.ctor(of))}};
}

QJsonArray interval(const Ratio &ratio)
{
    const auto bounds = ratio.interval();
    return bounds ? QJsonArray{bounds->first, bounds->second}
                  : QJsonArray{QJsonValue(QJsonValue::Null), QJsonValue(QJsonValue::Null)};
}

void addFigures(QJsonObject &object, const Figures &figures)
{
    object[QStringLiteral("sent")] = count(figures.sent);
    object[QStringLiteral("delivered")] = count(figures.delivered);
    object[QStringLiteral("raw")] = counts(figures, figures.raw);
    object[QStringLiteral("adjusted")] = counts(figures, figures.adjusted);
    object[QStringLiteral("ctor_interval")] = interval(figures.ctor(figures.adjusted));
    object[QStringLiteral("ctor_range")] =
        QJsonArray{rate(figures.ctor(figures.strict)), rate(figures.ctor(figures.lenient))};
    object[QStringLiteral("machine")] =
        QJsonObject{{QStringLiteral("opens"), count(figures.machineOpens)},
                    {QStringLiteral("clicks"), count(figures.machineClicks)},
                    {QStringLiteral("recipients"), count(figures.machineRecipients)}};
}

QJsonArray sources(const EventTable &table)
{
    QJsonArray array;
    for (const SourceInfo &source : table.sources())
        array.append(QJsonObject{{QStringLiteral("file"), source.name},
                                 {QStringLiteral("format"), source.formatId},
                                 {QStringLiteral("rows"), count(source.rows)},
                                 {QStringLiteral("rejected"), count(source.rejectedRows)}});
    return array;
}

QJsonArray rejected(const EventTable &table)
{
    QJsonArray array;
    for (const SourceInfo &source : table.sources()) {
        for (const RejectedRow &row : source.rejected) {
            if (static_cast<std::size_t>(array.size()) == kRejectedShown)
                return array;
            array.append(QJsonObject{{QStringLiteral("file"), source.name},
                                     {QStringLiteral("row"), count(row.row)},
                                     {QStringLiteral("reason"), row.reason}});
        }
    }
    return array;
}

QJsonArray signalReports(const Verdicts &verdicts)
{
    QJsonArray array;
    for (const SignalReport &report : verdicts.reports())
        array.append(QJsonObject{{QStringLiteral("id"), report.id},
                                 {QStringLiteral("applicable"), report.applicable},
                                 {QStringLiteral("reason"), report.applicable ? QJsonValue(QJsonValue::Null)
                                                                              : QJsonValue(report.reason)},
                                 {QStringLiteral("events"), count(report.events)}});
    return array;
}

} // namespace

QJsonObject jsonReport(const EventTable &table, const Verdicts &verdicts, JobContext &context)
{
    QJsonArray campaigns;
    for (const GroupFigures &group : figuresByCampaign(table, verdicts, {}, context)) {
        const CampaignIndex campaign{group.group};
        QJsonObject object{{QStringLiteral("id"), text(table.campaignId(campaign))},
                           {QStringLiteral("name"), text(table.campaignName(campaign))}};
        addFigures(object, group.figures);
        campaigns.append(object);
    }
    QJsonArray domains;
    for (const GroupFigures &group : figuresByDomain(table, verdicts, {}, context)) {
        QJsonObject object{{QStringLiteral("domain"), text(table.domainText(DomainIndex{group.group}))}};
        addFigures(object, group.figures);
        domains.append(object);
    }
    return {{QStringLiteral("version"), QStringLiteral(CLICKSIEVE_VERSION)},
            {QStringLiteral("ruleset"), QJsonObject{{QStringLiteral("name"), verdicts.ruleset().name},
                                                    {QStringLiteral("version"), verdicts.ruleset().version}}},
            {QStringLiteral("sources"), sources(table)},
            {QStringLiteral("campaigns"), campaigns},
            {QStringLiteral("domains"), domains},
            {QStringLiteral("signals"), signalReports(verdicts)},
            {QStringLiteral("rejected"), rejected(table)}};
}

std::optional<Error> writeJsonReport(const EventTable &table, const Verdicts &verdicts, const QString &path,
                                     JobContext &context)
{
    auto output = OutputFile::create(path);
    if (!output)
        return output.error();
    output.value()->write(QJsonDocument(jsonReport(table, verdicts, context)).toJson());
    return output.value()->commit();
}

} // namespace clicksieve
