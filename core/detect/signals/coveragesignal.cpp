// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/signals/coveragesignal.h"

#include "core/detect/signals/applicability.h"
#include "core/detect/signals/linkwindow.h"
#include "core/detect/signals/wording.h"

#include <algorithm>
#include <cmath>

namespace clicksieve {

CoverageSignal::CoverageSignal(const SignalSpec &spec, Parameters &parameters)
    : Signal(spec)
    , m_fewestLinks(static_cast<std::uint32_t>(parameters.count("fewestLinks", 2, 1'000)))
{
    for (Parameters &entry : parameters.list("tiers")) {
        m_tiers.push_back({entry.number("share", 0.01, 1), entry.seconds("seconds"), entry.weight("weight")});
        parameters.adopt(entry);
    }
}

QString CoverageSignal::notApplicable(const EventTable &table) const
{
    for (const QString &reason : {needsRecipients(table), needsUrls(table), needsMinutes(table)}) {
        if (!reason.isEmpty())
            return reason;
    }
    return {};
}

void CoverageSignal::sweep(const Actions &actions, std::size_t firstMessage, std::size_t lastMessage, Earlier,
                           std::span<std::uint8_t> levels) const
{
    std::vector<std::size_t> clicks;
    for (std::size_t message = firstMessage; message < lastMessage; ++message) {
        const std::uint32_t links = actions.linksOf(actions.table().messages().campaign(message));
        if (links < m_fewestLinks)
            continue;
        collectClicks(actions, message, clicks);
        for (std::size_t tier = m_tiers.size(); tier > 0; --tier) {
            const std::size_t needed = linksFor(m_tiers[tier - 1], links);
            if (!mayBeWithin(actions, clicks, needed, m_tiers[tier - 1].window))
                continue;
            std::size_t marked = 0; // up to here the clicks have this level already
            LinkWindow window(actions, clicks, m_tiers[tier - 1].window);
            while (window.advance()) {
                if (window.distinctLinks() < needed)
                    continue;
                for (marked = std::max(marked, window.first()); marked <= window.last(); ++marked)
                    levels[clicks[marked]] = static_cast<std::uint8_t>(tier);
            }
        }
    }
}

double CoverageSignal::weight(std::uint8_t level, EventType) const
{
    return m_tiers[level - 1U].weight;
}

QString CoverageSignal::explain(const Actions &actions, std::size_t action, std::uint8_t level) const
{
    const MessageIndex message = actions.message(action);
    std::vector<std::size_t> clicks;
    collectClicks(actions, message.value(), clicks);
    std::size_t most = 0;
    LinkWindow window(actions, clicks, m_tiers[level - 1U].window);
    while (window.advance()) {
        if (clicks[window.first()] <= action && action <= clicks[window.last()])
            most = std::max(most, window.distinctLinks());
    }
    return QStringLiteral("%1 of the %2 links of this campaign were clicked within %3. People choose a few.")
        .arg(most)
        .arg(actions.linksOf(actions.table().messages().campaign(message.value())))
        .arg(wording::span(m_tiers[level - 1U].window));
}

std::size_t CoverageSignal::linksFor(const Tier &tier, std::uint32_t ofCampaign) const
{
    return std::max<std::size_t>(2, static_cast<std::size_t>(std::ceil(tier.share * ofCampaign - 1e-9)));
}

} // namespace clicksieve
