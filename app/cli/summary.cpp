// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "summary.h"

#include "console.h"
#include "core/analysis.h"
#include "core/events/sourcenotes.h"
#include "core/gateways/gatewaygroups.h"
#include "core/gateways/mailserverfile.h"
#include "core/metrics/agreement.h"
#include "core/metrics/breakdown.h"
#include "core/metrics/totalrates.h"
#include "core/networks/networkshares.h"
#include "figuretext.h"
#include "texttable.h"

#include <QStringList>

#include <algorithm>
#include <vector>

namespace clicksieve {

namespace {

constexpr std::size_t kCampaignsShown = 20;
constexpr std::size_t kDomainsShown = 10;
constexpr std::size_t kNetworksShown = 10;
constexpr qsizetype kNameWidth = 28;

/// The people-only rate and its ends; nothing where privacy services hide who opened.
QString peoplesRate(const Figures &figures, const Counts &counts)
{
    return percent(figures.isMostlyPrefetched() ? std::nullopt : figures.ctor(counts).value());
}

QString shortened(std::string_view name)
{
    const QString shown = printable(name);
    return shown.size() > kNameWidth ? shown.left(kNameWidth - 1) + QStringLiteral("…") : shown;
}

void printCampaigns(const EventTable &table, std::vector<GroupFigures> campaigns)
{
    std::ranges::stable_sort(campaigns, [](const GroupFigures &one, const GroupFigures &other) {
        return one.figures.messages > other.figures.messages;
    });
    TextTable text({QStringLiteral("Campaign"), QStringLiteral("Delivered"), QStringLiteral("Opened"),
                    QStringLiteral("→ people"), QStringLiteral("Clicked"), QStringLiteral("→ people"),
                    QStringLiteral("CTOR"), QStringLiteral("→ people"), QStringLiteral("95 %"),
                    QStringLiteral("strict–lenient")});
    for (std::size_t place = 0; place < std::min(campaigns.size(), kCampaignsShown); ++place) {
        const Figures &figures = campaigns[place].figures;
        const auto interval = figures.ctor(figures.adjusted).interval();
        text.add({shortened(table.campaignName(CampaignIndex{campaigns[place].group})),
                  counted(figures.reached()), counted(figures.raw.uniqueOpens),
                  counted(figures.adjusted.uniqueOpens), counted(figures.raw.uniqueClicks),
                  counted(figures.adjusted.uniqueClicks), percent(figures.ctor(figures.raw).value()),
                  percent(figures.ctor(figures.adjusted).value()),
                  interval ? QStringLiteral("%1–%2").arg(percent(interval->first), percent(interval->second))
                           : QStringLiteral("–"),
                  QStringLiteral("%1–%2").arg(percent(figures.ctor(figures.strict).value()),
                                              percent(figures.ctor(figures.lenient).value()))});
    }
    text.print();
    if (campaigns.size() > kCampaignsShown)
        print(QStringLiteral("  and %1 more").arg(campaigns.size() - kCampaignsShown));
}

void printDomains(const EventTable &table, std::vector<GroupFigures> domains, const QString &unit)
{
    std::erase_if(domains, [](const GroupFigures &group) { return group.figures.machineClicks == 0; });
    std::ranges::stable_sort(domains, [](const GroupFigures &one, const GroupFigures &other) {
        return one.figures.machineClicks > other.figures.machineClicks;
    });
    if (domains.empty())
        return;
    print(QStringLiteral("\nDomains with the most machine clicks"));
    TextTable text({QStringLiteral("Domain"), QStringLiteral("Clicks"), QStringLiteral("by machines"),
                    QStringLiteral("%1 affected").arg(unit), QStringLiteral("CTOR"),
                    QStringLiteral("→ people")});
    for (std::size_t place = 0; place < std::min(domains.size(), kDomainsShown); ++place) {
        const Figures &figures = domains[place].figures;
        text.add({shortened(table.domainText(DomainIndex{domains[place].group})), counted(figures.raw.clicks),
                  percent(figures.machineClicks, figures.raw.clicks), counted(figures.machineRecipients),
                  percent(figures.ctor(figures.raw).value()), peoplesRate(figures, figures.adjusted)});
    }
    text.print();
}

/// Who takes the mail in, most machine clicks first; what is not known last.
void printGateways(const Analysis &analysis, const MailServerFile &mailServers, const QString &unit,
                   JobContext &context)
{
    const EventTable &table = *analysis.table;
    const GatewayGroups gateways(table, mailServers.servers);
    auto groups = figuresByGateway(table, *analysis.verdicts, {}, gateways, context);
    const auto rank = [&gateways](const GroupFigures &group) {
        const bool isUnknown = gateways.groups()[group.group].kind == GatewayGroup::Kind::Unknown;
        return std::pair(!isUnknown, group.figures.machineClicks);
    };
    std::ranges::stable_sort(groups, [&rank](const GroupFigures &one, const GroupFigures &other) {
        return rank(one) > rank(other);
    });
    print(QStringLiteral("\nWho takes the mail in (the mail servers of %1 of %2 domains are known)")
              .arg(counted(gateways.knownDomains()), counted(table.domainCount())));
    TextTable text({QStringLiteral("Gateway or mailboxes"), QStringLiteral("Domains"),
                    QStringLiteral("Clicks"), QStringLiteral("by machines"),
                    QStringLiteral("%1 affected").arg(unit), QStringLiteral("CTOR"),
                    QStringLiteral("→ people"), QStringLiteral("strict–lenient")});
    for (const auto &[group, figures] : groups) {
        const GatewayGroup &gateway = gateways.groups()[group];
        const QString range =
            figures.isMostlyPrefetched()
                ? percent(std::nullopt)
                : QStringLiteral("%1–%2").arg(percent(figures.ctor(figures.strict).value()),
                                              percent(figures.ctor(figures.lenient).value()));
        text.add({nameOf(gateway), counted(gateway.domains), counted(figures.raw.clicks),
                  percent(figures.machineClicks, figures.raw.clicks), counted(figures.machineRecipients),
                  percent(figures.ctor(figures.raw).value()), peoplesRate(figures, figures.adjusted), range});
    }
    text.print();
}

void printActors(const Analysis &analysis)
{
    const auto shares = machineActors(*analysis.table, *analysis.verdicts, {});
    if (shares.empty())
        return;
    print(QStringLiteral("\nWho the machines are"));
    TextTable text({QStringLiteral("Machine"), QStringLiteral("Opens"), QStringLiteral("Clicks")});
    for (const ActorShare &share : shares)
        text.add(
            {analysis.verdicts->actors()[share.actor].name, counted(share.opens), counted(share.clicks)});
    text.print();
}

/// Nobody can be told from a machine in totals, so there is a reported rate only.
void printTotals(const Totals &totals)
{
    if (totals.isEmpty())
        return;
    std::vector<CampaignTotals> campaigns = totals.campaigns;
    std::ranges::stable_sort(campaigns, [](const CampaignTotals &one, const CampaignTotals &other) {
        return one.counts.get(Total::Opened).value_or(0) > other.counts.get(Total::Opened).value_or(0);
    });
    print(QStringLiteral("\nTotals as reported, machines included"));
    TextTable text({QStringLiteral("Campaign"), QStringLiteral("Sent"), QStringLiteral("Delivered"),
                    QStringLiteral("Opened"), QStringLiteral("Clicked"), QStringLiteral("Open rate"),
                    QStringLiteral("Click rate"), QStringLiteral("CTOR"), QStringLiteral("→ people")});
    for (std::size_t place = 0; place < std::min(campaigns.size(), kCampaignsShown); ++place) {
        const CampaignTotals &campaign = campaigns[place];
        const std::string &name = campaign.shownName();
        text.add({name.empty() ? QStringLiteral("(no campaign)") : shortened(name),
                  counted(campaign.counts.get(Total::Sent)), counted(campaign.counts.get(Total::Delivered)),
                  counted(campaign.counts.get(Total::Opened)), counted(campaign.counts.get(Total::Clicked)),
                  percent(reportedOpenRate(campaign).value()), percent(reportedClickRate(campaign).value()),
                  percent(reportedCtor(campaign).value()), QStringLiteral("unknown")});
    }
    text.print();
    if (campaigns.size() > kCampaignsShown)
        print(QStringLiteral("  and %1 more").arg(campaigns.size() - kCampaignsShown));
    for (const TotalsOrigin &origin : totals.origins)
        print(QStringLiteral("  %1: %2").arg(printable(origin.title), printable(origin.sentence)));
}

/// Where the machines come from, by the user's file.
void printNetworks(const Analysis &analysis)
{
    if (analysis.networks == nullptr)
        return;
    print(QStringLiteral("\nNetworks with the most machine clicks"));
    TextTable text({QStringLiteral("Network"), QStringLiteral("Opens"), QStringLiteral("by machines"),
                    QStringLiteral("Clicks"), QStringLiteral("by machines")});
    std::size_t shown = 0;
    for (const NetworkShare &share : networkShares(*analysis.table, *analysis.verdicts, *analysis.networks)) {
        if (++shown > kNetworksShown)
            break;
        text.add({share.network.number == 0 ? QStringLiteral("(in no network of the file)")
                                            : printable(textOf(share.network)),
                  counted(share.opens), percent(share.machineOpens, share.opens), counted(share.clicks),
                  percent(share.machineClicks, share.clicks)});
    }
    text.print();
}

/// The vendor's word beside ours, where it has one.
void printAgreement(const Analysis &analysis)
{
    if (!analysis.table->knownColumns().machineFlag)
        return;
    const VendorAgreement agreement = vendorAgreement(*analysis.table, *analysis.verdicts, {});
    print(QStringLiteral("\nWhat your e-mail service says"));
    TextTable text({QStringLiteral("Events"), QStringLiteral("marked"), QStringLiteral("same as here"),
                    QStringLiteral("machine to it, human here"),
                    QStringLiteral("human to it, machine here")});
    for (const auto &[name, of] : {std::pair(QStringLiteral("Opens"), agreement.opens),
                                   std::pair(QStringLiteral("Clicks"), agreement.clicks)})
        text.add({name, counted(of.marked()), percent(of.agreed(), of.marked()),
                  counted(of.count(Verdict::Human, MachineFlag::Machine)),
                  counted(of.count(Verdict::Machine, MachineFlag::Human))});
    text.print();
}

/// What of the user's lists met something here.
void printLists(const Analysis &analysis)
{
    const ListUse &use = analysis.verdicts->listUse();
    if (use.allowed + use.hiddenClicks == 0)
        return;
    print(QStringLiteral("\nYour lists"));
    if (use.allowed > 0)
        print(QStringLiteral(
                  "  %1 opens and clicks come from addresses and programs that you do not take for a "
                  "scanner's.")
                  .arg(counted(use.allowed)));
    if (use.hiddenClicks > 0)
        print(QStringLiteral("  %1 clicks are on links that people cannot see.")
                  .arg(counted(use.hiddenClicks)));
}

void printOpenQuestions(const Analysis &analysis, const Figures &total)
{
    print(QStringLiteral("\nWhat could not be judged"));
    print(QStringLiteral("  %1 clicks and %2 opens are uncertain.")
              .arg(counted(total.uncertainClicks), counted(total.uncertainOpens)));
    if (total.anonymousActions > 0)
        print(QStringLiteral("  %1 opens and clicks name no recipient: they count as events, not as people.")
                  .arg(counted(total.anonymousActions)));
    if (total.prefetchedOnly > 0)
        print(QStringLiteral(
                  "  Of %1 %2, all opens were made by a privacy service before anybody reads: whether they "
                  "were opened cannot be told, and the people's CTOR leaves them out.")
                  .arg(counted(total.prefetchedOnly),
                       total.prefetchedOnly == 1 ? QStringLiteral("message") : QStringLiteral("messages")));
    for (const SourceNote &note : sourceNotes(*analysis.table)) {
        if (note.kind == SourceNote::Kind::Assumed)
            print(QStringLiteral("  ") + printable(note.sentence.toStdString())); // names come from files
    }
    for (const SignalReport &report : analysis.verdicts->reports()) {
        if (!report.applicable)
            print(QStringLiteral("  Not used: %1. %2").arg(report.title, report.reason));
    }
}

/// The share of machines, and the tables of what was made of events.
void printEvents(const Analysis &analysis, const MailServerFile *mailServers, JobContext &context)
{
    const EventTable &table = *analysis.table;
    const Figures total = totalFigures(table, *analysis.verdicts, {}, context);
    // With several campaigns one recipient may count more than once.
    const bool several = table.campaignCount() > 1;
    print(QStringLiteral(
              "\n%1 of %2 clicks (%3) and %4 of %5 opens (%6) were made by machines; %7 of %8 %9 are "
              "affected.\n")
              .arg(counted(total.machineClicks), counted(total.raw.clicks),
                   percent(total.machineClicks, total.raw.clicks), counted(total.machineOpens),
                   counted(total.raw.opens), percent(total.machineOpens, total.raw.opens),
                   counted(total.machineRecipients))
              .arg(counted(total.messages),
                   several ? QStringLiteral("messages") : QStringLiteral("recipients")));
    if (const auto &overrides = analysis.verdicts->overrides(); overrides != nullptr)
        print(QStringLiteral("%1 of the verdicts are your own.\n").arg(counted(overrides->events())));
    printCampaigns(table, figuresByCampaign(table, *analysis.verdicts, {}, context));
    const QString unit = several ? QStringLiteral("Messages") : QStringLiteral("Recipients");
    printDomains(table, figuresByDomain(table, *analysis.verdicts, {}, context), unit);
    if (mailServers != nullptr)
        printGateways(analysis, *mailServers, unit, context);
    printActors(analysis);
    printNetworks(analysis);
    printAgreement(analysis);
    printLists(analysis);
    printOpenQuestions(analysis, total);
}

} // namespace

void printSummary(const Analysis &analysis, const MailServerFile *mailServers, JobContext &context)
{
    const EventTable &table = *analysis.table;
    for (const SourceInfo &source : table.sources())
        print(QStringLiteral("%1: %2, %3 rows")
                  .arg(printable(source.name), printable(source.formatTitle), counted(source.rows)));
    if (!table.isTotalsOnly())
        printEvents(analysis, mailServers, context);
    printTotals(table.totals());
}

} // namespace clicksieve
