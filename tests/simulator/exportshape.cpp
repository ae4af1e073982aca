// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "simulator/exportshape.h"

namespace clicksieve::simulator {

bool ExportShape::leaveOut(std::string_view word)
{
    if (word == "ip")
        clients = false;
    else if (word == "seconds")
        times = Times::Minutes;
    else if (word == "delivery")
        deliveries = false;
    else
        return false;
    return true;
}

std::vector<SimulatedEvent> ExportShape::apply(std::vector<SimulatedEvent> events) const
{
    if (!deliveries)
        std::erase_if(events, [](const SimulatedEvent &event) { return event.type == EventType::Delivered; });
    for (SimulatedEvent &event : events) {
        event.timeMs = cut(event.timeMs);
        event.sentMs = cut(event.sentMs);
        if (!clients) {
            event.ip.clear();
            event.agent = {};
        }
    }
    return events;
}

std::int64_t ExportShape::cut(std::int64_t timeMs) const
{
    const std::int64_t unit = times == Times::Minutes ? 60'000 : times == Times::Seconds ? 1000 : 1;
    return timeMs - timeMs % unit;
}

} // namespace clicksieve::simulator
