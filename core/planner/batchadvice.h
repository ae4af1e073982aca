// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/planner/loadforecast.h"

#include <optional>
#include <span>
#include <vector>

namespace clicksieve {

/// The fewest batches, one every so often, that the server stands.
struct BatchAdvice {
    double interval = 0;                  ///< seconds
    std::optional<int> batches;           ///< nullopt: not even kMostBatches are enough
    std::optional<LoadForecast> forecast; ///< of these batches

    static constexpr int kMostBatches = 2'000; ///< nobody sets up more
};

/// For each interval in seconds the fewest batches that fit. @pre limits.capacity
[[nodiscard]] std::vector<BatchAdvice> fewestBatches(double recipients, double deliveryRate,
                                                     const LoadProfile &profile, const ServerLimits &limits,
                                                     std::span<const double> intervals);

/// The messages a second that make batches needless, if the e-mail service can deliver so slowly; nullopt where the background
/// alone takes the budget. @pre limits.capacity, and a profile measured since delivery
[[nodiscard]] std::optional<double> slowEnoughRate(double recipients, const LoadProfile &profile,
                                                   const ServerLimits &limits);

} // namespace clicksieve
