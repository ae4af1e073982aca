// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/signals/unopenedsignal.h"

#include "core/detect/signals/applicability.h"

#include <algorithm>
#include <cmath>

namespace clicksieve {

namespace {

constexpr double kSteps = 255;
// As much as two clicks in ten without an open, so that few late clicks do not make a rule.
constexpr double kUsualUnopened = 2;
constexpr double kUsualClicks = 10;

double usualShare(const LateClicks &late)
{
    return (late.unopened() + kUsualUnopened) / (late.count() + kUsualClicks);
}

} // namespace

UnopenedSignal::UnopenedSignal(const SignalSpec &spec, Parameters &parameters)
    : Signal(spec)
    , m_limits{parameters.seconds("afterSeconds"), parameters.seconds("aloneSeconds"),
               parameters.seconds("slackSeconds")}
    , m_machineShare(parameters.number("machineShare", 0.01, 1))
    , m_highest(parameters.number("highest", 0.1, 20))
{
}

QString UnopenedSignal::notApplicable(const EventTable &table) const
{
    for (const QString &reason : {needsRecipients(table), needsUrls(table), needsOpens(table),
                                  needsMinutes(table), needsSendTime(table)}) {
        if (!reason.isEmpty())
            return reason;
    }
    return {};
}

LateClicks::Limits UnopenedSignal::limitsFor(const EventTable &table) const
{
    const TimeMs unit = unitMs(table.coarsestResolution());
    return {m_limits.after, std::max(m_limits.within, unit), std::max(m_limits.slack, unit)};
}

void UnopenedSignal::sweep(const Actions &actions, std::size_t firstMessage, std::size_t lastMessage, Earlier,
                           std::span<std::uint8_t> levels) const
{
    const LateClicks::Limits limits = limitsFor(actions.table());
    const std::uint8_t level = levelFor(LateClicks(actions, firstMessage, lastMessage, limits));
    for (std::size_t message = firstMessage; message < lastMessage; ++message) {
        const auto [first, last] = actions.ofMessage(message);
        for (std::size_t action = first; action < last; ++action) {
            if (!actions.isClick(action))
                continue;
            if (isOpenedBefore(actions, message, action, limits.slack))
                break; // and so before all later ones
            if (isLoneClick(actions, message, action, limits.within))
                levels[action] = level;
        }
    }
}

std::uint8_t UnopenedSignal::levelFor(const LateClicks &late) const
{
    const double value = std::clamp(std::log(m_machineShare / usualShare(late)), 0.0, m_highest);
    return static_cast<std::uint8_t>(std::lround(kSteps * value / m_highest));
}

double UnopenedSignal::weight(std::uint8_t level, EventType) const
{
    return level / kSteps * m_highest;
}

QString UnopenedSignal::explain(const Actions &actions, std::size_t action, std::uint8_t) const
{
    const CampaignIndex campaign = actions.table().messages().campaign(actions.message(action).value());
    const auto [first, last] = actions.table().messages().messagesOf(campaign);
    const LateClicks late(actions, first, last, limitsFor(actions.table()));
    return QStringLiteral(
               "The mail had not been opened. Of the later single clicks %1 % come without an open.")
        .arg(std::lround(100 * usualShare(late)));
}

} // namespace clicksieve
