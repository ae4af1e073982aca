// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/signals/beforedeliverysignal.h"

#include "core/detect/signals/applicability.h"
#include "core/detect/signals/wording.h"

#include <algorithm>

namespace clicksieve {

BeforeDeliverySignal::BeforeDeliverySignal(const SignalSpec &spec, Parameters &parameters)
    : Signal(spec)
    , m_skew(parameters.seconds("skewSeconds"))
    , m_weight(parameters.weight("weight"))
{
}

QString BeforeDeliverySignal::notApplicable(const EventTable &table) const
{
    return needsSendTime(table);
}

void BeforeDeliverySignal::sweep(const Actions &actions, std::size_t firstMessage, std::size_t lastMessage,
                                 Earlier, std::span<std::uint8_t> levels) const
{
    const TimeMs skew = std::max(m_skew, unitMs(actions.table().coarsestResolution()));
    for (std::size_t message = firstMessage; message < lastMessage; ++message) {
        const auto [first, last] = actions.ofMessage(message);
        for (std::size_t action = first; action < last; ++action) {
            const TimeMs delay = actions.sinceDelivery(message, action);
            if (delay == kNoTime || delay >= -skew)
                break; // in order of time: none after it is earlier
            levels[action] = 1;
        }
    }
}

double BeforeDeliverySignal::weight(std::uint8_t, EventType) const
{
    return m_weight;
}

QString BeforeDeliverySignal::explain(const Actions &actions, std::size_t action, std::uint8_t) const
{
    const TimeMs delay = actions.sinceDelivery(actions.message(action).value(), action);
    return QStringLiteral("It was %1 %2 before the mail was delivered. Only something on the way to the "
                          "mailbox can do that.")
        .arg(wording::did(actions.type(action)), wording::span(delay));
}

} // namespace clicksieve
