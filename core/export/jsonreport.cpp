// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/jsonreport.h"

#include "core/detect/verdicts.h"
#include "core/events/eventtable.h"
#include "core/export/jsonmember.h"
#include "core/export/outputfile.h"
#include "core/gateways/gatewaygroups.h"
#include "core/gateways/mailserverfile.h"
#include "core/metrics/agreement.h"
#include "core/metrics/breakdown.h"
#include "core/metrics/rulescomparison.h"
#include "core/metrics/totalrates.h"

namespace clicksieve {

namespace {

constexpr std::size_t kRejectedShown = 20;

void writeCounts(JsonWriter &json, std::string_view key, const Figures &figures, const Counts &counts)
{
    json.key(key);
    json.beginObject();
    member(json, "opens", counts.opens);
    member(json, "unique_opens", counts.uniqueOpens);
    member(json, "clicks", counts.clicks);
    member(json, "unique_clicks", counts.uniqueClicks);
    member(json, "open_rate", figures.openRate(counts).value());
    member(json, "ctr", figures.ctr(counts).value());
    member(json, "ctor", figures.ctor(counts).value());
    json.endObject();
}

void writePair(JsonWriter &json, std::string_view key, std::optional<double> first,
               std::optional<double> second)
{
    json.key(key);
    json.beginArray();
    json.value(first);
    json.value(second);
    json.endArray();
}

void writeFigures(JsonWriter &json, const Figures &figures)
{
    member(json, "sent", figures.sent);
    member(json, "delivered", figures.delivered);
    writeCounts(json, "raw", figures, figures.raw);
    writeCounts(json, "adjusted", figures, figures.adjusted);
    const auto interval = figures.ctor(figures.adjusted).interval();
    writePair(json, "ctor_interval", interval ? std::optional(interval->first) : std::nullopt,
              interval ? std::optional(interval->second) : std::nullopt);
    writePair(json, "ctor_range", figures.ctor(figures.strict).value(),
              figures.ctor(figures.lenient).value());
    json.key("machine");
    json.beginObject();
    member(json, "opens", figures.machineOpens);
    member(json, "clicks", figures.machineClicks);
    member(json, "recipients", figures.machineRecipients);
    json.endObject();
}

void writeRuleset(JsonWriter &json, const Ruleset &ruleset)
{
    json.key("ruleset");
    json.beginObject();
    member(json, "name", ruleset.name);
    member(json, "version", ruleset.version);
    json.endObject();
}

void writeSources(JsonWriter &json, const EventTable &table)
{
    json.key("sources");
    json.beginArray();
    for (const SourceInfo &source : table.sources()) {
        json.beginObject();
        member(json, "file", source.name);
        member(json, "format", source.formatId);
        member(json, "time_zone", source.timeZone);
        member(json, "time_zone_is_guess", source.zoneIsGuess);
        member(json, "rows", source.rows);
        member(json, "rejected", source.rejectedRows);
        member(json, "without_events", source.emptyRows);
        member(json, "duplicates", source.duplicateEvents);
        json.endObject();
    }
    json.endArray();
}

void writeSkipped(JsonWriter &json, const EventTable &table)
{
    json.key("skipped");
    json.beginArray();
    for (const SkippedFile &file : table.skippedFiles()) {
        json.beginObject();
        member(json, "file", file.name);
        member(json, "reason", file.reason);
        json.endObject();
    }
    json.endArray();
}

void writeCampaigns(JsonWriter &json, const EventTable &table, const std::vector<GroupFigures> &campaigns)
{
    json.key("campaigns");
    json.beginArray();
    for (const GroupFigures &group : campaigns) {
        json.beginObject();
        member(json, "id", table.campaignId(CampaignIndex{group.group}));
        member(json, "name", table.campaignName(CampaignIndex{group.group}));
        writeFigures(json, group.figures);
        json.endObject();
    }
    json.endArray();
}

void writeDomains(JsonWriter &json, const EventTable &table, const std::vector<GroupFigures> &domains)
{
    json.key("domains");
    json.beginArray();
    for (const GroupFigures &group : domains) {
        json.beginObject();
        member(json, "domain", table.domainText(DomainIndex{group.group}));
        writeFigures(json, group.figures);
        json.endObject();
    }
    json.endArray();
}

/// Both null without mail servers: that is not the same as no gateway.
void writeGateways(JsonWriter &json, const EventTable &table, const Verdicts &verdicts,
                   const MailServerFile *mailServers, JobContext &context)
{
    if (mailServers == nullptr) {
        json.key("mail_servers");
        json.null();
        json.key("gateways");
        return json.null();
    }
    const GatewayGroups gateways(table, mailServers->servers);
    json.key("mail_servers");
    json.beginObject();
    member(json, "file", mailServers->name);
    member(json, "rows", mailServers->rows);
    member(json, "rejected", mailServers->rejectedRows);
    member(json, "domains", std::uint64_t{table.domainCount()});
    member(json, "domains_known", std::uint64_t{gateways.knownDomains()});
    json.endObject();
    json.key("gateways");
    json.beginArray();
    for (const GroupFigures &group : figuresByGateway(table, verdicts, {}, gateways, context)) {
        const GatewayGroup &gateway = gateways.groups()[group.group];
        const bool isKnown = gateway.kind == GatewayGroup::Kind::Known;
        json.beginObject();
        member(json, "gateway", isKnown ? std::optional(nameOf(gateway).toStdString()) : std::nullopt);
        member(json, "kind", wordFor(gateway));
        member(json, "domains", std::uint64_t{gateway.domains});
        writeFigures(json, group.figures);
        json.endObject();
    }
    json.endArray();
}

/// Counts of exports without event times, apart from everything that is made of events.
void writeTotals(JsonWriter &json, const Totals &totals)
{
    json.key("totals");
    json.beginArray();
    for (const CampaignTotals &campaign : totals.campaigns) {
        const TotalsOrigin &origin = totals.origins[campaign.origin];
        json.beginObject();
        member(json, "id", std::string_view(campaign.id));
        member(json, "name", std::string_view(campaign.name));
        member(json, "format", origin.formatId);
        member(json, "sent", campaign.counts.get(Total::Sent));
        member(json, "delivered", campaign.counts.get(Total::Delivered));
        json.key("raw");
        json.beginObject();
        member(json, "opens", campaign.counts.get(Total::Opens));
        member(json, "unique_opens", campaign.counts.get(Total::Opened));
        member(json, "clicks", campaign.counts.get(Total::Clicks));
        member(json, "unique_clicks", campaign.counts.get(Total::Clicked));
        member(json, "open_rate", reportedOpenRate(campaign).value());
        member(json, "ctr", reportedClickRate(campaign).value());
        member(json, "ctor", reportedCtor(campaign).value());
        json.endObject();
        json.key("adjusted");
        json.null();
        member(json, "note", origin.sentence);
        json.endObject();
    }
    json.endArray();
}

void writeSignals(JsonWriter &json, const Verdicts &verdicts)
{
    json.key("signals");
    json.beginArray();
    for (const SignalReport &report : verdicts.reports()) {
        json.beginObject();
        member(json, "id", report.id);
        member(json, "applicable", report.applicable);
        member(json, "reason", report.applicable ? std::nullopt : std::optional(report.reason.toStdString()));
        member(json, "events", report.events);
        json.endObject();
    }
    json.endArray();
}

void writeAgreement(JsonWriter &json, const char *name, const Agreement &agreement)
{
    constexpr std::array kVerdicts = {Verdict::Human, Verdict::Uncertain, Verdict::Machine};
    json.key(name);
    json.beginObject();
    for (const Verdict ours : kVerdicts) {
        json.key(wordFor(ours));
        json.beginObject();
        member(json, "marked_human", agreement.count(ours, MachineFlag::Human));
        member(json, "marked_machine", agreement.count(ours, MachineFlag::Machine));
        member(json, "not_marked", agreement.count(ours, MachineFlag::Unknown));
        json.endObject();
    }
    json.endObject();
}

/// Null where no export says anything of machines: that is no disagreement.
void writeVendorAgreement(JsonWriter &json, const EventTable &table, const Verdicts &verdicts)
{
    json.key("vendor_agreement");
    if (!table.knownColumns().machineFlag)
        return json.null();
    const VendorAgreement agreement = vendorAgreement(table, verdicts, {});
    json.beginObject();
    writeAgreement(json, "opens", agreement.opens);
    writeAgreement(json, "clicks", agreement.clicks);
    json.endObject();
}

void writeDifferences(JsonWriter &json, const Differences &differences)
{
    json.key("to_people");
    json.beginObject();
    member(json, "opens", differences.opensToHuman);
    member(json, "clicks", differences.clicksToHuman);
    json.endObject();
    json.key("to_machines");
    json.beginObject();
    member(json, "opens", differences.opensToMachine);
    member(json, "clicks", differences.clicksToMachine);
    json.endObject();
}

/// What the other rules make of it; null where there are none.
void writeComparison(JsonWriter &json, const EventTable &table, const RulesComparison *comparison)
{
    json.key("comparison");
    if (comparison == nullptr)
        return json.null();
    json.beginObject();
    writeRuleset(json, comparison->other->ruleset());
    writeDifferences(json, comparison->total);
    writeCounts(json, "adjusted", comparison->total.before, comparison->total.before.adjusted);
    writeCounts(json, "compared", comparison->total.after, comparison->total.after.adjusted);
    json.key("campaigns");
    json.beginArray();
    for (const RulesComparison::Campaign &campaign : comparison->campaigns) {
        json.beginObject();
        member(json, "id", table.campaignId(CampaignIndex{campaign.campaign}));
        member(json, "name", table.campaignName(CampaignIndex{campaign.campaign}));
        writeDifferences(json, campaign.differences);
        writeCounts(json, "adjusted", campaign.before, campaign.before.adjusted);
        writeCounts(json, "compared", campaign.after, campaign.after.adjusted);
        json.endObject();
    }
    json.endArray();
    json.key("domains");
    json.beginArray();
    for (const RulesComparison::Domain &domain : comparison->domains) {
        json.beginObject();
        member(json, "domain", table.domainText(DomainIndex{domain.domain}));
        writeDifferences(json, domain.differences);
        json.endObject();
    }
    json.endArray();
    json.endObject();
}

void writeRejected(JsonWriter &json, const EventTable &table)
{
    json.key("rejected");
    json.beginArray();
    std::size_t shown = 0;
    for (const SourceInfo &source : table.sources()) {
        for (const RejectedRow &row : source.rejected) {
            if (shown++ == kRejectedShown)
                return json.endArray();
            json.beginObject();
            member(json, "file", source.name);
            member(json, "row", row.row);
            member(json, "reason", row.reason);
            json.endObject();
        }
    }
    json.endArray();
}

void writeLists(JsonWriter &json, const Verdicts &verdicts)
{
    const ListUse &use = verdicts.listUse();
    json.key("lists");
    json.beginObject();
    member(json, "allowed_events", use.allowed);
    member(json, "hidden_link_clicks", use.hiddenClicks);
    json.endObject();
}

} // namespace

std::string jsonReport(const EventTable &table, const Verdicts &verdicts, JobContext &context,
                       const MailServerFile *mailServers, const RulesComparison *comparison)
{
    JsonWriter json;
    json.beginObject();
    member(json, "version", std::string_view(CLICKSIEVE_VERSION));
    writeRuleset(json, verdicts.ruleset());
    member(json, "overridden",
           verdicts.overrides() == nullptr ? std::uint64_t{0} : verdicts.overrides()->events());
    writeSources(json, table);
    writeSkipped(json, table);
    writeCampaigns(json, table, figuresByCampaign(table, verdicts, {}, context));
    writeTotals(json, table.totals());
    writeDomains(json, table, figuresByDomain(table, verdicts, {}, context));
    writeGateways(json, table, verdicts, mailServers, context);
    writeSignals(json, verdicts);
    writeVendorAgreement(json, table, verdicts);
    writeComparison(json, table, comparison);
    writeLists(json, verdicts);
    writeRejected(json, table);
    json.endObject();
    return json.take();
}

std::optional<Error> writeJsonReport(const EventTable &table, const Verdicts &verdicts, const QString &path,
                                     JobContext &context, const MailServerFile *mailServers,
                                     const RulesComparison *comparison)
{
    auto output = OutputFile::create(path);
    if (!output)
        return output.error();
    output.value()->write(std::string_view(jsonReport(table, verdicts, context, mailServers, comparison)));
    return output.value()->commit();
}

} // namespace clicksieve
