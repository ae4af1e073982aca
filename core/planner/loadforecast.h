// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/planner/sendplan.h"

#include <array>
#include <optional>
#include <vector>

namespace clicksieve {

/// The most requests that one stretch of the clock will see, as a server log counts them. Eight sends in ten end between
/// low and high.
struct PeakForecast {
    double seconds = 1; ///< length of the stretch
    double low = 0;     ///< requests in it: one send in ten stays below
    double middle = 0;
    double high = 0; ///< one send in ten goes above
};

/// What a plan does to a server.
struct LoadForecast {
    double peakRate = 0;               ///< requests a second, the expected rate at its highest
    double peakAt = 0;                 ///< seconds after the start of the send
    std::array<PeakForecast, 3> peaks; ///< in 1, 10 and 60 seconds
    std::optional<double> longestWait; ///< seconds that a visitor waits at worst; nullopt: capacity unknown
    std::optional<double> mostWaiting; ///< requests in the queue at worst
    std::optional<double> overload;    ///< seconds in which more comes than the server bears
    double finishedAfter = 0;          ///< seconds until the last message is delivered
};

/// The expected requests a second, @p seconds after the start: background, and for each batch and kind of visitor the
/// response to messages that are delivered one after the other, in closed form.
[[nodiscard]] double expectedRate(const SendPlan &plan, const LoadProfile &profile, double background,
                                  double seconds);

/// expectedRate() at each second from the start until 2,000 seconds after the last delivery.
[[nodiscard]] std::vector<double> expectedRates(const SendPlan &plan, const LoadProfile &profile,
                                                double background);

/// Looks at each second from the start until 2,000 seconds after the last delivery. The queue is a fluid one: what
/// comes above the capacity waits. Scanners take all links of a mail at once, so that a single second sees much more
/// than the expected rate: counts are taken as gamma distributed, with the moments that such groups make.
[[nodiscard]] LoadForecast forecast(const SendPlan &plan, const LoadProfile &profile,
                                    const ServerLimits &limits);

/// Whether the server stands it: the expected rate stays within the budget, and the fullest ten seconds of nine sends in ten
/// within the capacity. Quicker than a forecast. @pre limits.capacity
[[nodiscard]] bool fits(const SendPlan &plan, const LoadProfile &profile, const ServerLimits &limits);

} // namespace clicksieve
