// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/signals/impliedopensignal.h"

#include "core/detect/signals/applicability.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace clicksieve {

namespace {

constexpr double kSteps = 127;
constexpr double kMiddle = 128;

} // namespace

ImpliedOpenSignal::ImpliedOpenSignal(const SignalSpec &spec, Parameters &parameters)
    : Signal(spec)
    , m_within(parameters.seconds("withinSeconds"))
    , m_follow(parameters.number("follow", 0.1, 20))
{
}

QString ImpliedOpenSignal::notApplicable(const EventTable &table) const
{
    const QString reason = needsRecipients(table);
    return reason.isEmpty() ? needsSeconds(table) : reason;
}

void ImpliedOpenSignal::sweep(const Actions &actions, std::size_t firstMessage, std::size_t lastMessage,
                              Earlier earlier, std::span<std::uint8_t> levels) const
{
    for (std::size_t message = firstMessage; message < lastMessage; ++message) {
        const auto [first, last] = actions.ofMessage(message);
        for (std::size_t open = first; open < last; ++open) {
            if (actions.isClick(open))
                continue;
            const auto follows = [&](std::size_t click) {
                const ClientIndex ofOpen = actions.client(open);
                const ClientIndex ofClick = actions.client(click);
                return actions.isClick(click) && (ofOpen.isNone() || ofClick.isNone() || ofOpen == ofClick);
            };
            for (std::size_t near = open + 1;
                 near < last && actions.time(near) - actions.time(open) <= m_within; ++near) {
                if (follows(near))
                    levels[open] = levelFor(static_cast<double>(earlier[near]));
            }
            for (std::size_t near = open;
                 near > first && actions.time(open) - actions.time(near - 1) <= m_within; --near) {
                if (follows(near - 1))
                    levels[open] = levelFor(static_cast<double>(earlier[near - 1]));
            }
        }
    }
}

std::uint8_t ImpliedOpenSignal::levelFor(double logOdds) const
{
    return static_cast<std::uint8_t>(
        std::lround(kMiddle + kSteps * std::clamp(logOdds / m_follow, -1.0, 1.0)));
}

double ImpliedOpenSignal::weight(std::uint8_t level, EventType) const
{
    return (level - kMiddle) / kSteps * m_follow;
}

QString ImpliedOpenSignal::explain(const Actions &, std::size_t, std::uint8_t level) const
{
    return level > kMiddle
               ? QStringLiteral(
                   "It was recorded together with a click of a machine, so it is that machine's too.")
               : QStringLiteral(
                   "It was recorded together with a click of a person, so it is that person's too.");
}

} // namespace clicksieve
