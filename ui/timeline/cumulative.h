// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/metrics/timeline.h"

#include <optional>
#include <vector>

namespace clicksieve {

/// How much of all events had come by a time since send.
struct CumulativePoint {
    TimeMs time = 0;   ///< ms since send
    double people = 0; ///< share of the people's events up to then, 0 to 1
    double machines = 0;
};

/// The way of people and of machines from nothing to all.
struct Cumulative {
    std::vector<CumulativePoint> points; ///< the borders of the bins; empty without events
    std::uint64_t people = 0;            ///< events in the bins, which are what the shares are of
    std::uint64_t machines = 0;
    std::optional<TimeMs> halfOfPeople; ///< by when half of them had come; nullopt without any
    std::optional<TimeMs> halfOfMachines;
};

/// @p timeline: since send. Within a bin events are taken as evenly spread.
[[nodiscard]] Cumulative makeCumulative(const Timeline &timeline);

} // namespace clicksieve
