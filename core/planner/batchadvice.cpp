// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planner/batchadvice.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace clicksieve {

namespace {

constexpr double kSlowest = 0.05;   ///< messages a second; a list of 30,000 would take a week
constexpr double kFastest = 10'000; ///< messages a second; no service is known to be faster
constexpr double kPrecision = 1e-3; ///< of the rate, relative

} // namespace

std::vector<BatchAdvice> fewestBatches(double recipients, double deliveryRate, const LoadProfile &profile,
                                       const ServerLimits &limits, std::span<const double> intervals)
{
    std::vector<BatchAdvice> advice;
    const bool isBusy = limits.background >= *limits.budget();
    for (const double interval : intervals) {
        const auto planOf = [&](int batches) {
            return SendPlan{recipients, batches, interval, deliveryRate};
        };
        const auto areEnough = [&](int batches) { return fits(planOf(batches), profile, limits); };
        const int most = std::min(BatchAdvice::kMostBatches, std::max(1, static_cast<int>(recipients)));
        BatchAdvice found{interval, std::nullopt, std::nullopt};
        if (isBusy) {
            advice.push_back(std::move(found));
            continue;
        }
        int tooFew = 0;
        int enough = 1;
        while (enough < most && !areEnough(enough)) {
            tooFew = enough;
            enough = std::min(most, enough * 2);
        }
        if (areEnough(enough)) {
            while (enough - tooFew > 1) {
                const int middle = (enough + tooFew) / 2;
                (areEnough(middle) ? enough : tooFew) = middle;
            }
            found.batches = enough;
            found.forecast = forecast(planOf(enough), profile, limits);
        }
        advice.push_back(std::move(found));
    }
    return advice;
}

std::optional<double> slowEnoughRate(double recipients, const LoadProfile &profile,
                                     const ServerLimits &limits)
{
    const auto isSlowEnough = [&](double rate) { return fits({recipients, 1, 0, rate}, profile, limits); };
    const double free = *limits.budget() - limits.background;
    if (free <= 0)
        return std::nullopt;
    // All requests at the moment of delivery: the truth is not far from it, and long sends take long to look at.
    double slow =
        std::clamp(free / (profile.scanners.requests + profile.people.requests), kSlowest, kFastest);
    double fast = slow;
    while (!isSlowEnough(slow)) {
        if (slow <= kSlowest)
            return std::nullopt;
        fast = std::exchange(slow, slow / 2);
    }
    while (fast < kFastest && isSlowEnough(fast))
        slow = std::exchange(fast, fast * 2);
    while (fast / slow > 1 + kPrecision) {
        const double middle = std::sqrt(slow * fast);
        (isSlowEnough(middle) ? slow : fast) = middle;
    }
    return slow;
}

} // namespace clicksieve
