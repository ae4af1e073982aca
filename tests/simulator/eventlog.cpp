// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "simulator/eventlog.h"

#include <algorithm>
#include <utility>

namespace clicksieve::simulator {

void EventLog::add(const Message &message, EventType type, std::int64_t timeMs)
{
    append(message, type, timeMs, Manner::None);
}

void EventLog::open(const Message &message, std::int64_t timeMs, const Source &source, Manner manner)
{
    SimulatedEvent &event = append(message, EventType::Open, timeMs, manner);
    event.ip = source.ip;
    event.agent = source.agent;
}

void EventLog::click(const Message &message, std::int64_t timeMs, const Source &source,
                     const std::string &url, Manner manner)
{
    SimulatedEvent &event = append(message, EventType::Click, timeMs, manner);
    event.ip = source.ip;
    event.agent = source.agent;
    event.url = url;
}

std::vector<SimulatedEvent> EventLog::takeSorted()
{
    std::stable_sort(
        m_events.begin(), m_events.end(),
        [](const SimulatedEvent &left, const SimulatedEvent &right) { return left.timeMs < right.timeMs; });
    return std::exchange(m_events, {});
}

SimulatedEvent &EventLog::append(const Message &message, EventType type, std::int64_t timeMs, Manner manner)
{
    SimulatedEvent &event = m_events.emplace_back();
    event.timeMs = timeMs;
    event.sentMs = message.sentMs;
    event.type = type;
    event.manner = manner;
    event.machine = isMachine(manner);
    event.campaign = message.campaign;
    event.recipient = message.recipient->address;
    return event;
}

} // namespace clicksieve::simulator
