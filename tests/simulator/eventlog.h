// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "simulator/message.h"
#include "simulator/simulatedevent.h"
#include "simulator/source.h"

#include <string>
#include <vector>

namespace clicksieve::simulator {

/// Collects what happens, in any order.
class EventLog {
public:
    void add(const Message &message, EventType type, std::int64_t timeMs);
    void open(const Message &message, std::int64_t timeMs, const Source &source, Manner manner);
    void click(const Message &message, std::int64_t timeMs, const Source &source, const std::string &url,
               Manner manner);

    std::size_t size() const { return m_events.size(); }
    const SimulatedEvent &at(std::size_t index) const { return m_events[index]; }

    /// Hands over everything, sorted by time; events of one millisecond stay in the order they were added.
    std::vector<SimulatedEvent> takeSorted();

private:
    SimulatedEvent &append(const Message &message, EventType type, std::int64_t timeMs, Manner manner);

    std::vector<SimulatedEvent> m_events;
};

} // namespace clicksieve::simulator
