// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/ratio.h"

#include <algorithm>
#include <cmath>

namespace clicksieve {

namespace {

constexpr double kZ95 = 1.959964; // standard normal quantile for 95 %, two-sided

} // namespace

std::optional<double> Ratio::value() const
{
    if (!numerator || !denominator || *denominator == 0)
        return std::nullopt;
    return static_cast<double>(*numerator) / static_cast<double>(*denominator);
}

std::optional<std::pair<double, double>> Ratio::interval() const
{
    const auto share = value();
    if (!share || *share > 1)
        return std::nullopt;
    const auto n = static_cast<double>(*denominator);
    const double zz = kZ95 * kZ95;
    const double centre = (*share + zz / (2 * n)) / (1 + zz / n);
    const double half = kZ95 / (1 + zz / n) * std::sqrt(*share * (1 - *share) / n + zz / (4 * n * n));
    // At the ends the interval touches them; rounding must not push it past.
    const double low = *numerator == 0 ? 0 : std::max(0.0, centre - half);
    const double high = *numerator == *denominator ? 1 : std::min(1.0, centre + half);
    return std::pair{low, high};
}

} // namespace clicksieve
