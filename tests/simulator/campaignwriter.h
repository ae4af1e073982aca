// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "simulator/exportshape.h"
#include "simulator/simulatedevent.h"

#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

namespace clicksieve::simulator {

/// Writes a campaign as an ESP would export it, and its truth beside it. Lines end in LF; fields are quoted
/// as RFC 4180 has it, only where needed.
class CampaignWriter {
public:
    /// `shape` decides the columns and how times are written; the events must have it already. Mailings after the first
    /// have a number behind `campaign`.
    explicit CampaignWriter(std::string_view campaign, ExportShape shape = {});

    /// `time,event,email,campaign,url,ip,user_agent,sent_at`, `ip` and `user_agent` where the shape has clients.
    void writeEvents(const std::vector<SimulatedEvent> &events, std::ostream &out) const;

    /// `row,event,label,manner`; row 1 is the first record under the header of the event file.
    static void writeTruth(const std::vector<SimulatedEvent> &events, std::ostream &out);

private:
    static std::string_view typeId(EventType type);
    static std::string_view label(const SimulatedEvent &event);
    std::string campaign(const SimulatedEvent &event) const;
    static std::string field(std::string_view text);

    std::string m_campaign;
    ExportShape m_shape;
};

} // namespace clicksieve::simulator
