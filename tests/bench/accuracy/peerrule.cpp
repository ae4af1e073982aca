// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/accuracy/peerrule.h"

#include "core/detect/scannercatalogue.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>

namespace clicksieve::accuracy {

namespace {

constexpr std::int64_t kSecond = 1000;

Marks nobody(const Campaign &campaign)
{
    return Marks(campaign.events.size(), false);
}

void unite(Marks &marks, const Marks &others)
{
    for (std::size_t event = 0; event < marks.size(); ++event)
        marks[event] = marks[event] || others[event];
}

std::int64_t timeOf(const Campaign &campaign, std::uint32_t event)
{
    return campaign.events[event].timeMs;
}

/// Opens and clicks sooner after the start of their message.
template <std::int64_t seconds>
Marks within(const Campaign &campaign)
{
    Marks marks = nobody(campaign);
    for (const Campaign::Message &message : campaign.messages) {
        for (const std::uint32_t event : message.actions)
            marks[event] = timeOf(campaign, event) - message.startMs < seconds * kSecond;
    }
    return marks;
}

/// Clicks in a window of one message that is @p ms long and has @p fewest clicks (distinct links, where asked for).
void markWindows(const Campaign &campaign, std::int64_t ms, std::size_t fewest, bool distinct, Marks &marks)
{
    for (const Campaign::Message &message : campaign.messages) {
        std::vector<std::uint32_t> clicks;
        std::copy_if(message.actions.begin(), message.actions.end(), std::back_inserter(clicks),
                     [&](std::uint32_t event) { return campaign.isClick(event); });
        for (auto first = clicks.begin(); first != clicks.end(); ++first) {
            const auto last = std::find_if(first, clicks.end(), [&](std::uint32_t event) {
                return timeOf(campaign, event) - timeOf(campaign, *first) > ms;
            });
            std::set<std::string_view> links;
            for (auto click = first; click != last; ++click)
                links.insert(campaign.events[*click].url);
            if ((distinct ? links.size() : static_cast<std::size_t>(last - first)) < fewest)
                continue;
            for (auto click = first; click != last; ++click)
                marks[*click] = true;
        }
    }
}

Marks threeLinks(const Campaign &campaign)
{
    Marks marks = nobody(campaign);
    markWindows(campaign, 20 * kSecond, 3, true, marks);
    return marks;
}

Marks clicksInSeconds(const Campaign &campaign)
{
    Marks marks = nobody(campaign);
    markWindows(campaign, 1 * kSecond, 4, false, marks);
    markWindows(campaign, 10 * kSecond, 5, false, marks);
    return marks;
}

/// Three opens or clicks of one message within three seconds, the widest that can be set.
Marks proximity(const Campaign &campaign)
{
    Marks marks = nobody(campaign);
    for (const Campaign::Message &message : campaign.messages) {
        for (std::size_t last = 2; last < message.actions.size(); ++last) {
            if (timeOf(campaign, message.actions[last]) - timeOf(campaign, message.actions[last - 2])
                > 3 * kSecond)
                continue;
            for (std::size_t place = last - 2; place <= last; ++place)
                marks[message.actions[place]] = true;
        }
    }
    return marks;
}

bool isListed(const std::vector<std::uint16_t> &entries, EventType type)
{
    return std::any_of(entries.begin(), entries.end(), [type](std::uint16_t number) {
        const CatalogueEntry &entry = ScannerCatalogue::shipped().entries()[number];
        return entry.certainty != Certainty::Person && entry.appliesTo(type);
    });
}

EventType typeOf(const Campaign &campaign, std::uint32_t event)
{
    return campaign.isClick(event) ? EventType::Click : EventType::Open;
}

bool hasListedAddress(const Campaign &campaign, std::uint32_t event)
{
    return isListed(ScannerCatalogue::shipped().matchAddress(campaign.events[event].ip),
                    typeOf(campaign, event));
}

bool hasListedAgent(const Campaign &campaign, std::uint32_t event)
{
    return campaign.shape.clients
           && isListed(ScannerCatalogue::shipped().matchAgent(campaign.events[event].agent),
                       typeOf(campaign, event));
}

template <typename Test>
Marks marked(const Campaign &campaign, Test test)
{
    Marks marks = nobody(campaign);
    for (const Campaign::Message &message : campaign.messages) {
        for (const std::uint32_t event : message.actions)
            marks[event] = test(message, event);
    }
    return marks;
}

Marks lists(const Campaign &campaign)
{
    return marked(campaign, [&](const Campaign::Message &, std::uint32_t event) {
        return hasListedAddress(campaign, event) || hasListedAgent(campaign, event);
    });
}

Marks twoOfThree(const Campaign &campaign)
{
    return marked(campaign, [&](const Campaign::Message &message, std::uint32_t event) {
        const bool soon = timeOf(campaign, event) - message.startMs < 2 * kSecond;
        return (soon ? 1 : 0) + (hasListedAddress(campaign, event) ? 1 : 0)
                   + (hasListedAgent(campaign, event) ? 1 : 0)
               >= 2;
    });
}

/// Another link of the message from the same address within five seconds.
bool hasNeighbourOfItsAddress(const Campaign &campaign, const Campaign::Message &message, std::uint32_t event)
{
    const simulator::SimulatedEvent &click = campaign.events[event];
    return std::any_of(message.actions.begin(), message.actions.end(), [&](std::uint32_t other) {
        const simulator::SimulatedEvent &next = campaign.events[other];
        return campaign.isClick(other) && next.url != click.url && !next.ip.empty() && next.ip == click.ip
               && std::abs(next.timeMs - click.timeMs) <= 5 * kSecond;
    });
}

Marks layered(const Campaign &campaign)
{
    return marked(campaign, [&](const Campaign::Message &message, std::uint32_t event) {
        const std::int64_t waited = timeOf(campaign, event) - message.startMs;
        const bool noAgent = campaign.shape.clients && campaign.events[event].agent.empty();
        const bool widened = hasListedAddress(campaign, event) && waited < 600 * kSecond;
        if (noAgent || widened)
            return true;
        if (!campaign.isClick(event))
            return hasListedAgent(campaign, event) || waited < 60 * kSecond;
        return waited < 30 * kSecond || hasNeighbourOfItsAddress(campaign, message, event);
    });
}

bool isHiddenLink(const simulator::SimulatedEvent &event)
{
    return event.url.find("white-on-white") != std::string::npos;
}

/// What the clients that took the hidden link did, and what happened within ten seconds of it in the message.
Marks hiddenLink(const Campaign &campaign)
{
    std::set<std::pair<std::string_view, std::string_view>> caught;
    Marks marks = nobody(campaign);
    for (const Campaign::Message &message : campaign.messages) {
        for (const std::uint32_t event : message.actions) {
            if (!isHiddenLink(campaign.events[event]))
                continue;
            if (campaign.shape.clients)
                caught.emplace(campaign.events[event].ip, campaign.events[event].agent);
            for (const std::uint32_t other : message.actions)
                marks[other] = marks[other]
                               || std::abs(timeOf(campaign, other) - timeOf(campaign, event)) <= 10 * kSecond;
        }
    }
    for (const Campaign::Message &message : campaign.messages) {
        for (const std::uint32_t event : message.actions) {
            if (caught.contains({campaign.events[event].ip, campaign.events[event].agent}))
                marks[event] = true;
        }
    }
    return marks;
}

Marks together(const Campaign &campaign)
{
    Marks marks = within<10>(campaign);
    unite(marks, threeLinks(campaign));
    unite(marks, lists(campaign));
    unite(marks, hiddenLink(campaign));
    return marks;
}

} // namespace

const std::vector<PeerRule> &PeerRule::all()
{
    static const std::vector<PeerRule> rules{
        {"as-reported", "nothing", "the rate that most services show", nobody},
        {"2-s", "within 2 s of delivery", "valuebuildersystem.zendesk.com 37272981749012", within<2>},
        {"10-s", "within 10 s of delivery", "kb.hunto.ai, PhishGrid bot detection, default", within<10>},
        {"60-s", "within 60 s of delivery", "kb.hunto.ai, PhishGrid bot detection, tolerant", within<60>},
        {"3-links", "three links within 10 s before or after", "twentyhq/twenty PR 26055", threeLinks},
        {"clicks-in-s", "four clicks in 1 s or five in 10 s", "help.maestra.io, filtering out fake clicks",
         clicksInSeconds},
        {"proximity", "three actions within 3 s", "nation.marketo.com ba-p/344196 (Marketo)", proximity},
        {"lists", "listed networks and programs, by our own lists",
         "nation.marketo.com ba-p/322774 (IAB list)", lists},
        {"2-of-3", "two of: within 2 s, listed network, listed program",
         "mautic/mautic BotRatioHelper.php, with our lists", twoOfThree},
        {"layered", "60 s, 30 s for clicks, 600 s in listed networks, two links of one address within 5 s",
         "warmbly/warmbly timing constants, with our lists", layered},
        {"hidden-link", "clients that took a hidden link, and what is within 10 s of it",
         "nuevomailer.com/safe-tracking-protection, mautic/mautic issue 9798", hiddenLink, true},
        {"union", "10-s, 3-links, lists and hidden-link together", "own union", together},
    };
    return rules;
}

} // namespace clicksieve::accuracy
