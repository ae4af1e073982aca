// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "simulator/campaignwriter.h"

#include "simulator/isotime.h"

#include <ostream>

namespace clicksieve::simulator {

CampaignWriter::CampaignWriter(std::string_view campaign, ExportShape shape)
    : m_campaign(campaign)
    , m_shape(shape)
{
}

void CampaignWriter::writeEvents(const std::vector<SimulatedEvent> &events, std::ostream &out) const
{
    const bool wholeSeconds = m_shape.times != ExportShape::Times::Milliseconds;
    out << "time,event,email,campaign,url," << (m_shape.clients ? "ip,user_agent," : "") << "sent_at\n";
    for (const SimulatedEvent &event : events) {
        out << IsoTime::text(event.timeMs, wholeSeconds) << ',' << typeId(event.type) << ','
            << field(event.recipient) << ',' << campaign(event) << ',' << field(event.url) << ',';
        if (m_shape.clients)
            out << event.ip << ',' << field(event.agent) << ',';
        out << IsoTime::text(event.sentMs, wholeSeconds) << '\n';
    }
}

std::string CampaignWriter::campaign(const SimulatedEvent &event) const
{
    return field(event.campaign == 0 ? m_campaign : m_campaign + '-' + std::to_string(event.campaign + 1));
}

void CampaignWriter::writeTruth(const std::vector<SimulatedEvent> &events, std::ostream &out)
{
    out << "row,event,label,manner\n";
    for (std::size_t index = 0; index < events.size(); ++index) {
        const SimulatedEvent &event = events[index];
        out << index + 1 << ',' << typeId(event.type) << ',' << label(event) << ',' << mannerId(event.manner)
            << '\n';
    }
}

std::string_view CampaignWriter::typeId(EventType type)
{
    switch (type) {
    case EventType::Sent:
        return "sent";
    case EventType::Delivered:
        return "delivered";
    case EventType::Open:
        return "open";
    case EventType::Click:
        return "click";
    case EventType::Bounce:
        return "bounce";
    }
    return "";
}

std::string_view CampaignWriter::label(const SimulatedEvent &event)
{
    if (event.manner == Manner::None)
        return "none";
    return event.machine ? "machine" : "human";
}

std::string CampaignWriter::field(std::string_view text)
{
    if (text.find_first_of(",\"\r\n") == std::string_view::npos)
        return std::string(text);
    std::string quoted = "\"";
    for (const char letter : text) {
        if (letter == '"')
            quoted += '"';
        quoted += letter;
    }
    return quoted + '"';
}

} // namespace clicksieve::simulator
