// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/metrics/filter.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace clicksieve {

class EventTable;
class Verdicts;

struct TimelineOptions {
    enum class Axis { SinceSend, Clock };
    enum class Scale { Linear, Logarithmic }; ///< Logarithmic only since send: bins grow with the distance
    Axis axis = Axis::SinceSend;
    Scale scale = Scale::Linear;
    bool opens = true;
    bool clicks = true;
    /// Width of a linear bin in ms, 1,000 (a second) to 86,400,000 (a day); 0 chooses one.
    std::int64_t binMs = 0;
};

struct TimelineBin {
    TimeMs from = 0; ///< ms since send, or ms UTC; the bin is [from, to)
    TimeMs to = 0;
    std::uint64_t humanOpens = 0;
    std::uint64_t machineOpens = 0; ///< probability at or above one half
    std::uint64_t humanClicks = 0;
    std::uint64_t machineClicks = 0;
};

/// The densest stretch of machine events, to be marked in the picture.
struct Burst {
    TimeMs from = 0; ///< on the timeline's axis
    TimeMs to = 0;
    std::uint64_t machineEvents = 0;
    std::uint64_t recipients = 0;
};

struct Timeline {
    TimelineOptions options;           ///< as used: binMs filled in
    std::vector<TimelineBin> bins;     ///< at most kMaximumBins, no gaps, in order of time
    std::uint64_t withoutSendTime = 0; ///< events left out because their send time is not known
    std::uint64_t outside = 0;         ///< events beyond the last bin, or (logarithmic) before send
    std::optional<Burst> burst;

    static constexpr std::size_t kMaximumBins = 1'200; ///< one per pixel column of a wide chart
};

[[nodiscard]] Timeline makeTimeline(const EventTable &table, const Verdicts &verdicts, const Filter &filter,
                                    const TimelineOptions &options);

} // namespace clicksieve
