// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/signals/loneclicks.h"

namespace clicksieve {

bool isLoneClick(const Actions &actions, std::size_t message, std::size_t action, TimeMs within)
{
    const auto [first, last] = actions.ofMessage(message);
    const auto disturbs = [&](std::size_t other) {
        return actions.isClick(other) && actions.link(other) != actions.link(action);
    };
    for (std::size_t before = action;
         before > first && actions.time(action) - actions.time(before - 1) <= within; --before) {
        if (disturbs(before - 1))
            return false;
    }
    for (std::size_t after = action + 1; after < last && actions.time(after) - actions.time(action) <= within;
         ++after) {
        if (disturbs(after))
            return false;
    }
    return true;
}

bool isOpenedBefore(const Actions &actions, std::size_t message, std::size_t action, TimeMs slack)
{
    const auto [first, last] = actions.ofMessage(message);
    for (std::size_t other = first; other < last && actions.time(other) <= actions.time(action) + slack;
         ++other) {
        if (!actions.isClick(other))
            return true;
    }
    return false;
}

LateClicks::LateClicks(const Actions &actions, std::size_t firstMessage, std::size_t lastMessage,
                       const Limits &limits)
{
    for (std::size_t message = firstMessage; message < lastMessage; ++message) {
        const auto [first, last] = actions.ofMessage(message);
        for (std::size_t action = first; action < last; ++action) {
            const TimeMs delay = actions.sinceDelivery(message, action);
            if (delay == kNoTime)
                break;
            if (delay < limits.after || !actions.isClick(action)
                || !isLoneClick(actions, message, action, limits.within))
                continue;
            m_count += 1;
            m_unopened += isOpenedBefore(actions, message, action, limits.slack) ? 0 : 1;
        }
    }
}

} // namespace clicksieve
