// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "simulator/truthfigures.h"

#include <cstdint>
#include <map>
#include <utility>

namespace clicksieve::simulator {

namespace {

struct Deeds {
    bool humanOpen = false;
    bool machineOpen = false;
    bool humanClick = false;
    bool machineClick = false;
};

double ratio(std::size_t part, std::size_t whole)
{
    return whole == 0 ? 0.0 : static_cast<double>(part) / static_cast<double>(whole);
}

/// Six decimals, rounded half up, by integers: the same text everywhere.
std::string ratioText(std::size_t part, std::size_t whole)
{
    if (whole == 0)
        return "0";
    const std::size_t millionths = (part * 2'000'000 + whole) / (2 * whole);
    const std::string decimals = std::to_string(1'000'000 + millionths % 1'000'000).substr(1);
    return std::to_string(millionths / 1'000'000) + '.' + decimals;
}

std::string member(std::string_view name, const std::string &value)
{
    std::string text = "\"";
    text.append(name).append("\":").append(value);
    return text;
}

std::string member(std::string_view name, std::size_t value)
{
    return member(name, std::to_string(value));
}

std::string object(const std::vector<std::string> &members)
{
    std::string text = "{";
    for (const std::string &each : members)
        text.append(text.size() > 1 ? "," : "").append(each);
    return text.append("}");
}

void note(Deeds &deeds, const SimulatedEvent &event)
{
    if (event.type == EventType::Open)
        (event.machine ? deeds.machineOpen : deeds.humanOpen) = true;
    else
        (event.machine ? deeds.machineClick : deeds.humanClick) = true;
}

bool isEngagement(const SimulatedEvent &event)
{
    return event.type == EventType::Open || event.type == EventType::Click;
}

} // namespace

TruthFigures::TruthFigures(const std::vector<SimulatedEvent> &events) : m_events(events.size())
{
    for (const SimulatedEvent &event : events)
        count(event);
    countMessages(events);
}

double TruthFigures::rawCtor() const
{
    return ratio(m_clickers, m_openers);
}

double TruthFigures::adjustedCtor() const
{
    return ratio(m_humanClickers, m_humanReaders);
}

std::string TruthFigures::toJson() const
{
    return object({member("raw_ctor", ratioText(m_clickers, m_openers)),
                   member("adjusted_ctor", ratioText(m_humanClickers, m_humanReaders)),
                   member("machine_click_share", ratioText(m_machineClicks, m_clicks)),
                   member("events", m_events), member("openers", m_openers), member("clickers", m_clickers),
                   member("human_openers", m_humanOpeners), member("human_clickers", m_humanClickers),
                   member("human_readers", m_humanReaders), member("machine_clickers", m_machineClickers),
                   member("opens", m_opens), member("machine_opens", m_machineOpens),
                   member("clicks", m_clicks), member("machine_clicks", m_machineClicks),
                   member("clicks_by_manner", mannersToJson())});
}

std::string TruthFigures::mannersToJson() const
{
    std::vector<std::string> members;
    for (const auto &[manner, clicks] : m_clicksByManner)
        members.push_back(member(manner, clicks));
    return object(members);
}

void TruthFigures::count(const SimulatedEvent &event)
{
    if (event.type == EventType::Open) {
        ++m_opens;
        m_machineOpens += event.machine ? 1 : 0;
    } else if (event.type == EventType::Click) {
        ++m_clicks;
        m_machineClicks += event.machine ? 1 : 0;
        ++m_clicksByManner[mannerId(event.manner)];
    }
}

void TruthFigures::countMessages(const std::vector<SimulatedEvent> &events)
{
    std::map<std::pair<std::uint32_t, std::string_view>, Deeds> messages;
    for (const SimulatedEvent &event : events) {
        if (isEngagement(event))
            note(messages[{event.campaign, event.recipient}], event);
    }
    for (const auto &[message, deeds] : messages) {
        m_openers += deeds.humanOpen || deeds.machineOpen ? 1 : 0;
        m_clickers += deeds.humanClick || deeds.machineClick ? 1 : 0;
        m_humanOpeners += deeds.humanOpen ? 1 : 0;
        m_humanClickers += deeds.humanClick ? 1 : 0;
        m_humanReaders += deeds.humanOpen || deeds.humanClick ? 1 : 0;
        m_machineClickers += deeds.machineClick ? 1 : 0;
    }
}

} // namespace clicksieve::simulator
