// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "simulator/simulatedevent.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace clicksieve::simulator {

/// What an export tells of a campaign, and how exactly.
struct ExportShape {
    enum class Times : std::uint8_t { Milliseconds, Seconds, Minutes };

    Times times = Times::Milliseconds; ///< finer parts are cut off
    bool clients = true;               ///< columns for address and user agent
    bool deliveries = true;            ///< events of delivery

    /// Leaves out what a word stands for: `ip` (address and user agent), `seconds` or `delivery`. False for any other
    /// word.
    bool leaveOut(std::string_view word);

    /// The rows of the export, in order; what it does not tell is empty.
    std::vector<SimulatedEvent> apply(std::vector<SimulatedEvent> events) const;

private:
    std::int64_t cut(std::int64_t timeMs) const;
};

} // namespace clicksieve::simulator
