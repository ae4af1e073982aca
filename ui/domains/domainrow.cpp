// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/domains/domainrow.h"

#include "core/gateways/gatewaygroups.h"
#include "core/gateways/mailservers.h"
#include "core/metrics/breakdown.h"
#include "ui/theme/numbers.h"

#include <QCoreApplication>

#include <algorithm>
#include <tuple>

namespace clicksieve {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Domains)
};

/// As few domains as make half of the machine clicks, but not more than anybody would look at one by one.
std::pair<std::size_t, std::uint64_t> heaviest(const std::vector<DomainRow> &rows, std::uint64_t total)
{
    constexpr std::size_t kMost = 10;
    std::size_t count = 0;
    std::uint64_t clicks = 0;
    while (count < rows.size() && count < kMost && 2 * clicks < total)
        clicks += rows[count++].figures.machineClicks;
    return {count, clicks};
}

void sortRows(std::vector<DomainRow> &rows)
{
    std::sort(rows.begin(), rows.end(), [](const DomainRow &a, const DomainRow &b) {
        return std::tie(a.isUnknown, b.figures.machineClicks, b.figures.machineOpens, a.name)
               < std::tie(b.isUnknown, a.figures.machineClicks, a.figures.machineOpens, b.name);
    });
}

} // namespace

std::vector<DomainRow> makeDomainRows(const Analysis &analysis, const Filter &filter,
                                      const MailServers &servers, JobContext &context)
{
    const GatewayGroups gateways(*analysis.table, servers);
    std::vector<DomainRow> rows;
    for (const auto &[group, figures] :
         figuresByDomain(*analysis.table, *analysis.verdicts, filter, context)) {
        const DomainIndex domain{group};
        const std::string_view text = analysis.table->domainText(domain);
        const GatewayGroup &gateway = gateways.groups()[gateways.groupOf(domain)];
        rows.push_back({domain, text.empty() ? Words::tr("(no domain)") : visibleText(text), figures,
                        gateway.kind == GatewayGroup::Kind::Unknown ? QString() : nameOf(gateway)});
    }
    sortRows(rows);
    return rows;
}

std::vector<DomainRow> makeGatewayRows(const Analysis &analysis, const Filter &filter,
                                       const MailServers &servers, JobContext &context)
{
    const GatewayGroups gateways(*analysis.table, servers);
    std::vector<DomainRow> rows;
    for (const auto &[group, figures] :
         figuresByGateway(*analysis.table, *analysis.verdicts, filter, gateways, context)) {
        const GatewayGroup &gateway = gateways.groups()[group];
        rows.push_back(
            {{}, nameOf(gateway), figures, {}, gateway.domains, gateway.kind == GatewayGroup::Kind::Unknown});
    }
    sortRows(rows);
    return rows;
}

QString gatewaySentence(const std::vector<DomainRow> &rows)
{
    constexpr std::size_t kNamed = 3;
    QStringList parts;
    for (const DomainRow &row : rows) {
        if (!row.isUnknown && row.figures.machineClicks > 0 && parts.size() < static_cast<int>(kNamed)) {
            const QString share =
                percentText(Ratio{row.figures.machineClicks, row.figures.raw.clicks}.value());
            parts << (parts.isEmpty() ? Words::tr("%1: %2 of the clicks by machines").arg(row.name, share)
                                      : Words::tr("%1: %2").arg(row.name, share));
        }
    }
    const bool allUnknown =
        std::all_of(rows.begin(), rows.end(), [](const DomainRow &row) { return row.isUnknown; });
    if (rows.empty())
        return Words::tr("Nothing to show here.");
    if (allUnknown)
        return Words::tr("It is not known yet who takes the mail in for these domains.");
    if (parts.isEmpty())
        return Words::tr("No machine clicks at the domains of which it is known who takes their mail in.");
    return parts.join(QStringLiteral("; ")) + u'.';
}

QString machineClicksSentence(const std::vector<DomainRow> &rows)
{
    std::uint64_t total = 0;
    std::size_t touched = 0;
    for (const DomainRow &row : rows) {
        total += row.figures.machineClicks;
        touched += row.figures.machineClicks > 0 ? 1 : 0;
    }
    if (rows.empty())
        return Words::tr("Nothing to show here.");
    if (total == 0)
        return Words::tr("No machine clicks at any domain here.");

    const auto [count, clicks] = heaviest(rows, total);
    const QString share = percentText(static_cast<double>(clicks) / static_cast<double>(total));
    if (touched == 1)
        return Words::tr("All machine clicks are at %1.").arg(rows.front().name);
    if (count == touched)
        return Words::tr("All machine clicks are at %1 domains.").arg(countText(touched));
    if (count == 1 && touched == 2)
        return Words::tr("%1 alone makes %2 of all machine clicks; the rest comes from 1 other domain.")
            .arg(rows.front().name, share);
    if (count == 1)
        return Words::tr("%1 alone makes %2 of all machine clicks; the rest comes from %3 other domains.")
            .arg(rows.front().name, share, countText(touched - 1));
    return Words::tr("%1 domains make %2 of all machine clicks; the rest comes from %3 others.")
        .arg(countText(count), share, countText(touched - count));
}

} // namespace clicksieve
