// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/weblogs/secondseries.h"

#include <cstdint>
#include <optional>

namespace clicksieve {

struct WebLog;

/// How many more requests came than usually do.
struct Excess {
    enum class Baseline : std::uint8_t {
        EarlierDays, ///< median of the same stretch of earlier days
        HourBefore   ///< the hour before, cut short where the log begins later
    };

    Baseline baseline = Baseline::HourBefore;
    int days = 0;        ///< earlier days that the log covers
    double expected = 0; ///< requests
    double more = 0;     ///< above the expected; may be below 0
    double margin = 0;   ///< half the width of the 95 % interval of more, counts taken as Poisson distributed
};

/// What a send did to the server, in the figures that are told of it. Seconds are since 1970, by the server's clock.
struct LoadStory {
    static constexpr std::int64_t kLooked =
        900; ///< seconds after the send that are looked at; scanners are done by then

    std::int64_t from = 0; ///< of the send, else of the busiest stretch of that length
    SecondCounts counts;   ///< in the kLooked seconds from there on
    std::int64_t peakAt = 0;
    SecondCounts peak; ///< of the fullest second among them
    std::optional<std::int64_t> firstErrorAt;
    std::optional<Excess> excess; ///< nothing where the log begins too late to know what is usual
};

[[nodiscard]] LoadStory loadStory(const WebLog &log);

} // namespace clicksieve
