// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "comparisonsummary.h"

#include "console.h"
#include "core/metrics/rulescomparison.h"
#include "texttable.h"

#include <QLocale>

#include <algorithm>

namespace clicksieve {

namespace {

constexpr std::size_t kCampaignsShown = 20;
constexpr std::size_t kDomainsShown = 10;
constexpr qsizetype kNameWidth = 28;

QString counted(std::uint64_t value)
{
    return QLocale(QLocale::English).toString(static_cast<qulonglong>(value));
}

QString both(std::uint64_t before, std::uint64_t after)
{
    return QStringLiteral("%1 → %2").arg(counted(before), counted(after));
}

QString percent(const Ratio &ratio)
{
    const auto share = ratio.value();
    return share ? QStringLiteral("%1 %").arg(*share * 100, 0, 'f', 1) : QStringLiteral("–");
}

QString shortened(std::string_view name)
{
    const QString shown = printable(name);
    return shown.size() > kNameWidth ? shown.left(kNameWidth - 1) + QStringLiteral("…") : shown;
}

QString nameOf(const Ruleset &rules)
{
    return QStringLiteral("%1 %2").arg(printable(rules.name)).arg(rules.version);
}

QStringList rowOf(const QString &name, const Figures &before, const Figures &after)
{
    return {name,
            QStringLiteral("%1 → %2").arg(percent(before.ctor(before.adjusted)),
                                          percent(after.ctor(after.adjusted))),
            both(before.adjusted.uniqueClicks, after.adjusted.uniqueClicks),
            both(before.adjusted.uniqueOpens, after.adjusted.uniqueOpens),
            both(before.adjusted.clicks, after.adjusted.clicks),
            both(before.adjusted.opens, after.adjusted.opens)};
}

void printFigures(const EventTable &table, const RulesComparison &comparison)
{
    TextTable text({QStringLiteral("People only"), QStringLiteral("CTOR"), QStringLiteral("Clicked"),
                    QStringLiteral("Opened"), QStringLiteral("Clicks"), QStringLiteral("Opens")});
    std::vector<RulesComparison::Campaign> campaigns = comparison.campaigns;
    std::ranges::stable_sort(campaigns, [](const auto &one, const auto &other) {
        return one.differences.events() > other.differences.events();
    });
    for (std::size_t place = 0; place < std::min(campaigns.size(), kCampaignsShown); ++place)
        text.add(rowOf(shortened(table.campaignName(CampaignIndex{campaigns[place].campaign})),
                       campaigns[place].before, campaigns[place].after));
    if (campaigns.size() != 1)
        text.add(rowOf(QStringLiteral("All together"), comparison.total.before, comparison.total.after));
    text.print();
    if (campaigns.size() > kCampaignsShown)
        print(QStringLiteral("  and %1 more").arg(campaigns.size() - kCampaignsShown));
}

void printDomains(const EventTable &table, const RulesComparison &comparison)
{
    if (comparison.domains.empty())
        return;
    print(QStringLiteral("\nDomains with the most events that change sides"));
    TextTable text({QStringLiteral("Domain"), QStringLiteral("Clicks to people"),
                    QStringLiteral("to machines"), QStringLiteral("Opens to people"),
                    QStringLiteral("to machines")});
    for (std::size_t place = 0; place < std::min(comparison.domains.size(), kDomainsShown); ++place) {
        const auto &[domain, differences] = comparison.domains[place];
        text.add({shortened(table.domainText(DomainIndex{domain})), counted(differences.clicksToHuman),
                  counted(differences.clicksToMachine), counted(differences.opensToHuman),
                  counted(differences.opensToMachine)});
    }
    text.print();
    if (comparison.domains.size() > kDomainsShown)
        print(QStringLiteral("  and %1 more").arg(comparison.domains.size() - kDomainsShown));
}

} // namespace

void printComparison(const Analysis &analysis, const RulesComparison &comparison)
{
    const Ruleset &other = comparison.other->ruleset();
    print(QStringLiteral("\nFrom %1 to %2: %3 opens and clicks change sides, in %4 recipient domains")
              .arg(nameOf(analysis.verdicts->ruleset()), nameOf(other), counted(comparison.total.events()),
                   counted(comparison.total.domains)));
    if (!other.publishedBy.isEmpty())
        print(QStringLiteral("  %1: %2").arg(nameOf(other), printable(other.publishedBy)));
    printFigures(*analysis.table, comparison);
    printDomains(*analysis.table, comparison);
    for (const SignalReport &report : comparison.other->reports()) {
        if (!report.applicable)
            print(QStringLiteral("  Not used in %1: %2. %3")
                      .arg(nameOf(other), printable(report.title), report.reason));
    }
}

} // namespace clicksieve
