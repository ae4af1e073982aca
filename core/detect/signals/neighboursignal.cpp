// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/signals/neighboursignal.h"

#include "core/detect/signals/applicability.h"
#include "core/detect/signals/wording.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <vector>

namespace clicksieve {

namespace {

constexpr std::uint8_t kSameClient = 1;
constexpr std::uint8_t kEarly = 2;
constexpr std::uint8_t kNear = 3;

} // namespace

NeighbourSignal::NeighbourSignal(const SignalSpec &spec, Parameters &parameters)
    : Signal(spec)
    , m_fewestCertain(static_cast<std::size_t>(parameters.count("fewestCertain", 1, 1'000)))
    , m_fewestAfterOpen(static_cast<std::size_t>(parameters.count("fewestAfterOpen", 1, 1'000)))
    , m_near(parameters.seconds("nearSeconds"))
    , m_early(parameters.seconds("earlySeconds"))
    , m_sameClient(parameters.seconds("sameClientSeconds"))
    , m_nearWeight(parameters.weight("near"))
    , m_earlyWeight(parameters.weight("early"))
    , m_sameClientWeight(parameters.weight("sameClient"))
{
    const double probability = parameters.number("certainProbability", 0.5, 0.9999);
    m_certainLogOdds = std::log(probability / (1 - probability));
}

QString NeighbourSignal::notApplicable(const EventTable &table) const
{
    const QString reason = needsRecipients(table);
    return reason.isEmpty() ? needsMinutes(table) : reason;
}

void NeighbourSignal::sweep(const Actions &actions, std::size_t firstMessage, std::size_t lastMessage,
                            Earlier earlier, std::span<std::uint8_t> levels) const
{
    std::vector<std::size_t> certain;
    for (std::size_t message = firstMessage; message < lastMessage; ++message) {
        const auto [first, last] = actions.ofMessage(message);
        certain.clear();
        for (std::size_t action = first; action < last; ++action) {
            if (actions.isClick(action) && static_cast<double>(earlier[action]) >= m_certainLogOdds)
                certain.push_back(action);
        }
        if (certain.empty())
            continue;
        for (std::size_t action = first; action < last; ++action) {
            if (static_cast<double>(earlier[action]) < m_certainLogOdds)
                levels[action] = levelOf(actions, action, certain);
        }
    }
}

std::uint8_t NeighbourSignal::levelOf(const Actions &actions, std::size_t action,
                                      std::span<const std::size_t> certain) const
{
    const TimeMs time = actions.time(action);
    const ClientIndex client = actions.client(action);
    std::size_t near = 0;
    std::size_t soonAfter = 0;
    for (const std::size_t machine : certain) {
        const TimeMs distance = actions.time(machine) - time;
        if (!client.isNone() && actions.client(machine) == client && std::abs(distance) <= m_sameClient)
            return kSameClient;
        near += std::abs(distance) <= m_near ? 1U : 0U;
        soonAfter += distance >= 0 && distance <= m_early ? 1U : 0U;
    }
    if (!actions.isClick(action) && soonAfter >= m_fewestAfterOpen)
        return kEarly;
    return near >= m_fewestCertain ? kNear : 0;
}

double NeighbourSignal::weight(std::uint8_t level, EventType) const
{
    return level == kSameClient ? m_sameClientWeight : level == kEarly ? m_earlyWeight : m_nearWeight;
}

QString NeighbourSignal::explain(const Actions &actions, std::size_t action, std::uint8_t level) const
{
    const QString what = actions.isClick(action) ? QStringLiteral("click") : QStringLiteral("open");
    switch (level) {
    case kSameClient:
        return QStringLiteral(
            "The same address and program also made clicks in this mail that are a machine's for certain.");
    case kEarly:
        return QStringLiteral(
                   "A machine went through the links of this mail within %1 of this %2; scanners fetch the "
                   "picture first.")
            .arg(wording::span(m_early), what);
    default:
        return QStringLiteral("It stands within %1 of clicks in this mail that are a machine's for certain.")
            .arg(wording::span(m_near));
    }
}

} // namespace clicksieve
