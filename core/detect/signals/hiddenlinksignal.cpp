// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/signals/hiddenlinksignal.h"

#include "core/detect/signals/applicability.h"
#include "core/detect/signals/wording.h"

#include <cstdlib>

namespace clicksieve {

namespace {

constexpr std::uint8_t kClick = 1;
constexpr std::uint8_t kSameClient = 2;
constexpr std::uint8_t kNear = 3;

} // namespace

HiddenLinkSignal::HiddenLinkSignal(const SignalSpec &spec, Parameters &parameters)
    : Signal(spec)
    , m_weight(parameters.weight("weight"))
    , m_near(parameters.seconds("nearSeconds"))
    , m_nearWeight(parameters.weight("near"))
    , m_sameClient(parameters.seconds("sameClientSeconds"))
    , m_sameClientWeight(parameters.weight("sameClient"))
{
}

QString HiddenLinkSignal::notApplicable(const EventTable &table) const
{
    return needsUrls(table);
}

void HiddenLinkSignal::sweep(const Actions &actions, std::size_t firstMessage, std::size_t lastMessage,
                             Earlier, std::span<std::uint8_t> levels) const
{
    if (actions.lists().hiddenLinks.empty())
        return;
    const std::size_t messages = actions.table().messages().size();
    for (std::size_t message = firstMessage; message < lastMessage; ++message) {
        const auto [first, last] = actions.ofMessage(message);
        bool any = false;
        for (std::size_t action = first; action < last; ++action) {
            if (actions.isClick(action) && actions.isHidden(actions.link(action))) {
                levels[action] = kClick;
                any = true;
            }
        }
        if (any && message < messages) // the actions of no message are nobody's neighbours
            markNeighbours(actions, first, last, levels);
    }
}

void HiddenLinkSignal::markNeighbours(const Actions &actions, std::size_t first, std::size_t last,
                                      std::span<std::uint8_t> levels) const
{
    for (std::size_t hidden = first; hidden < last; ++hidden) {
        if (levels[hidden] != kClick)
            continue;
        const ClientIndex client = actions.client(hidden);
        for (std::size_t action = first; action < last; ++action) {
            if (levels[action] == kClick || levels[action] == kSameClient)
                continue;
            const TimeMs distance = std::abs(actions.time(action) - actions.time(hidden));
            if (!client.isNone() && actions.client(action) == client && distance <= m_sameClient)
                levels[action] = kSameClient;
            else if (distance <= m_near)
                levels[action] = kNear;
        }
    }
}

double HiddenLinkSignal::weight(std::uint8_t level, EventType) const
{
    return level == kClick ? m_weight : level == kSameClient ? m_sameClientWeight : m_nearWeight;
}

QString HiddenLinkSignal::explain(const Actions &, std::size_t, std::uint8_t level) const
{
    switch (level) {
    case kClick:
        return QStringLiteral("People cannot see this link in the mail, as you said.");
    case kSameClient:
        return QStringLiteral(
            "The same address and program also followed a link in this mail that people cannot see.");
    default:
        return QStringLiteral("It stands within %1 of a click in this mail on a link that people cannot see.")
            .arg(wording::span(m_near));
    }
}

} // namespace clicksieve
