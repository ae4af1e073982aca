// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/signals/distinctlinkssignal.h"

#include "core/detect/signals/applicability.h"
#include "core/detect/signals/linkwindow.h"
#include "core/detect/signals/wording.h"

#include <algorithm>

namespace clicksieve {

DistinctLinksSignal::DistinctLinksSignal(const SignalSpec &spec, Parameters &parameters) : Signal(spec)
{
    readTiers(parameters, "tiers");
    m_fineTiers = m_tiers.size();
    if (parameters.has("minuteTiers"))
        readTiers(parameters, "minuteTiers");
    for (const Tier &tier : m_tiers)
        m_fewestLinks = m_fewestLinks == 0 ? tier.links : std::min(m_fewestLinks, tier.links);
}

void DistinctLinksSignal::readTiers(Parameters &parameters, const char *key)
{
    for (Parameters &entry : parameters.list(key)) {
        m_tiers.push_back({static_cast<std::size_t>(entry.count("links", 2, 1'000)), entry.seconds("seconds"),
                           entry.weight("weight")});
        parameters.adopt(entry);
    }
}

DistinctLinksSignal::Range DistinctLinksSignal::tiersFor(const EventTable &table) const
{
    if (table.coarsestResolution() <= TimeResolution::Second)
        return {0, m_fineTiers};
    return {m_fineTiers, m_tiers.size()};
}

QString DistinctLinksSignal::notApplicable(const EventTable &table) const
{
    for (const QString &reason : {needsRecipients(table), needsUrls(table),
                                  m_fineTiers < m_tiers.size() ? needsMinutes(table) : needsSeconds(table)}) {
        if (!reason.isEmpty())
            return reason;
    }
    return {};
}

void DistinctLinksSignal::sweep(const Actions &actions, std::size_t firstMessage, std::size_t lastMessage,
                                Earlier, std::span<std::uint8_t> levels) const
{
    const Range tiers = tiersFor(actions.table());
    std::vector<std::size_t> clicks;
    for (std::size_t message = firstMessage; message < lastMessage; ++message) {
        collectClicks(actions, message, clicks);
        if (clicks.size() >= m_fewestLinks)
            sweepMessage(actions, clicks, tiers, levels);
    }
}

/// From the strongest tier to the weakest: the strongest counts, and bursts of scanners leave nothing to the others.
void DistinctLinksSignal::sweepMessage(const Actions &actions, const std::vector<std::size_t> &clicks,
                                       Range tiers, std::span<std::uint8_t> levels) const
{
    std::size_t open = clicks.size(); // clicks without a level
    for (std::size_t tier = tiers.begin; tier < tiers.end && open > 0; ++tier) {
        if (!mayBeWithin(actions, clicks, m_tiers[tier].links, m_tiers[tier].window))
            continue;
        std::size_t marked = 0; // up to here the clicks have this level or a stronger one
        LinkWindow window(actions, clicks, m_tiers[tier].window);
        while (window.advance()) {
            if (window.distinctLinks() < m_tiers[tier].links)
                continue;
            for (marked = std::max(marked, window.first()); marked <= window.last(); ++marked) {
                std::uint8_t &level = levels[clicks[marked]];
                open -= level == 0 ? 1U : 0U;
                level = level == 0 ? static_cast<std::uint8_t>(tier + 1) : level;
            }
        }
    }
}

double DistinctLinksSignal::weight(std::uint8_t level, EventType) const
{
    return m_tiers[level - 1U].weight;
}

QString DistinctLinksSignal::explain(const Actions &actions, std::size_t action, std::uint8_t level) const
{
    std::vector<std::size_t> clicks;
    collectClicks(actions, actions.message(action).value(), clicks);
    std::size_t most = 0;
    TimeMs length = 0;
    LinkWindow window(actions, clicks, m_tiers[level - 1U].window);
    while (window.advance()) {
        const bool holdsIt = clicks[window.first()] <= action && action <= clicks[window.last()];
        if (holdsIt && window.distinctLinks() > most) {
            most = window.distinctLinks();
            length = actions.time(clicks[window.last()]) - actions.time(clicks[window.first()]);
        }
    }
    const QString links = wording::counted(most, QStringLiteral("link"), QStringLiteral("different links"));
    if (level > m_fineTiers)
        return length == 0
                   ? QStringLiteral("%1 of this mail were clicked in the same minute.").arg(links)
                   : QStringLiteral("%1 of this mail were clicked in two minutes that follow each other.")
                         .arg(links);
    return length == 0
               ? QStringLiteral("%1 of this mail were clicked at the same moment.").arg(links)
               : QStringLiteral("%1 of this mail were clicked within %2.").arg(links, wording::span(length));
}

} // namespace clicksieve
