// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/exportshape.h"
#include "simulator/simulatedevent.h"

#include <cstdint>
#include <vector>

namespace clicksieve::accuracy {

/// One simulated campaign as an export shows it, with the truth, and its opens and clicks by message.
struct Campaign {
    struct Message {
        std::int64_t startMs = 0;           ///< delivered, or sent where the export has no deliveries
        std::vector<std::uint32_t> actions; ///< positions in `events` of its opens and clicks, by time
    };

    Campaign(std::vector<simulator::SimulatedEvent> exported, const simulator::ExportShape &exportShape);

    bool isClick(std::uint32_t event) const { return events[event].type == simulator::EventType::Click; }

    std::vector<simulator::SimulatedEvent> events; ///< by time
    simulator::ExportShape shape;
    std::vector<Message> messages; ///< those with an open or click
};

/// Per event of a campaign, whether a rule calls it a machine's. Means nothing for other events than opens and clicks.
using Marks = std::vector<bool>;

/// People who clicked ÷ people who opened or clicked, messages counted, as @p marks see it; 0 without any.
double ctorOf(const Campaign &campaign, const Marks &marks);

/// The truth as marks.
Marks truthOf(const Campaign &campaign);

} // namespace clicksieve::accuracy
