// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/accuracy/campaign.h"

#include <map>
#include <string_view>
#include <utility>

namespace clicksieve::accuracy {

Campaign::Campaign(std::vector<simulator::SimulatedEvent> exported, const simulator::ExportShape &exportShape)
    : events(std::move(exported))
    , shape(exportShape)
{
    std::map<std::pair<std::uint32_t, std::string_view>, Message> byName;
    for (std::uint32_t index = 0; index < events.size(); ++index) {
        const simulator::SimulatedEvent &event = events[index];
        const auto [place, isNew] = byName.try_emplace({event.campaign, event.recipient});
        Message &message = place->second;
        if (isNew)
            message.startMs = event.sentMs;
        if (event.type == simulator::EventType::Delivered)
            message.startMs = event.timeMs;
        if (event.type == simulator::EventType::Open || event.type == simulator::EventType::Click)
            message.actions.push_back(index);
    }
    for (auto &[name, message] : byName) {
        if (!message.actions.empty())
            messages.push_back(std::move(message));
    }
}

double ctorOf(const Campaign &campaign, const Marks &marks)
{
    double readers = 0;
    double clickers = 0;
    for (const Campaign::Message &message : campaign.messages) {
        bool reads = false;
        bool clicks = false;
        for (const std::uint32_t event : message.actions) {
            reads = reads || !marks[event];
            clicks = clicks || (!marks[event] && campaign.isClick(event));
        }
        readers += reads ? 1 : 0;
        clickers += clicks ? 1 : 0;
    }
    return readers > 0 ? clickers / readers : 0;
}

Marks truthOf(const Campaign &campaign)
{
    Marks marks;
    for (const simulator::SimulatedEvent &event : campaign.events)
        marks.push_back(event.machine);
    return marks;
}

} // namespace clicksieve::accuracy
