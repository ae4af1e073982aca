// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

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
    /// `wholeSeconds` cuts the milliseconds off, as many exports do.
    CampaignWriter(std::string_view campaign, bool wholeSeconds);

    /// `time,event,email,campaign,url,ip,user_agent,sent_at`
    void writeEvents(const std::vector<SimulatedEvent> &events, std::ostream &out) const;

    /// `row,event,label,manner`; row 1 is the first record under the header of the event file.
    static void writeTruth(const std::vector<SimulatedEvent> &events, std::ostream &out);

private:
    static std::string_view typeId(EventType type);
    static std::string_view label(const SimulatedEvent &event);
    static std::string field(std::string_view text);

    std::string m_campaign;
    bool m_wholeSeconds;
};

} // namespace clicksieve::simulator
