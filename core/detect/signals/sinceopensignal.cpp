// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/signals/sinceopensignal.h"

#include "core/detect/signals/applicability.h"
#include "core/detect/signals/wording.h"

namespace clicksieve {

namespace {

constexpr std::uint8_t kSoon = 1;

bool isSooner(TimeMs time, TimeMs open, TimeMs limit)
{
    return open != kNoTime && time - open < limit;
}

} // namespace

SinceOpenSignal::SinceOpenSignal(const SignalSpec &spec, Parameters &parameters)
    : Signal(spec)
    , m_beforeClick(parameters.seconds("clickSeconds"))
    , m_click(parameters.weight("click"))
    , m_beforeOpen(parameters.seconds("openSeconds"))
    , m_open(parameters.weight("open"))
{
}

QString SinceOpenSignal::notApplicable(const EventTable &table) const
{
    const QString reason = needsRecipients(table);
    return reason.isEmpty() ? needsSeconds(table) : reason;
}

void SinceOpenSignal::sweep(const Actions &actions, std::size_t firstMessage, std::size_t lastMessage,
                            Earlier, std::span<std::uint8_t> levels) const
{
    for (std::size_t message = firstMessage; message < lastMessage; ++message) {
        const auto [first, last] = actions.ofMessage(message);
        std::size_t lastOpen = last;  // none yet
        TimeMs earlierOpen = kNoTime; // the last one before the time of this action
        for (std::size_t action = first; action < last; ++action) {
            const TimeMs time = actions.time(action);
            if (lastOpen != last && actions.time(lastOpen) < time)
                earlierOpen = actions.time(lastOpen);
            if (actions.isClick(action)) {
                if (isSooner(time, earlierOpen, m_beforeClick))
                    levels[action] = kSoon;
                continue;
            }
            if (lastOpen != last && isSooner(time, actions.time(lastOpen), m_beforeOpen)) {
                levels[action] = kSoon;
                if (actions.time(lastOpen) == time)
                    levels[lastOpen] = kSoon; // each is another one to the other
            }
            lastOpen = action;
        }
    }
}

double SinceOpenSignal::weight(std::uint8_t, EventType type) const
{
    return type == EventType::Click ? m_click : m_open;
}

QString SinceOpenSignal::explain(const Actions &actions, std::size_t action, std::uint8_t) const
{
    return actions.isClick(action)
               ? QStringLiteral("It was clicked less than %1 after the mail was opened, too soon to read.")
                     .arg(wording::span(m_beforeClick))
               : QStringLiteral("It was opened less than %1 after another open of the same mail.")
                     .arg(wording::span(m_beforeOpen));
}

} // namespace clicksieve
