// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/weblogs/clockskew.h"

#include <algorithm>
#include <cstdlib>

namespace clicksieve {

namespace {

constexpr TimeMs kSecond = 1'000;
constexpr TimeMs kQuarter = 900'000;    ///< of an hour
constexpr TimeMs kOffQuarter = 120'000; ///< a wrong zone and a clock that is a little off too; own choice
constexpr std::size_t kAround = 1;      ///< seconds on either side that belong to one stretch
constexpr double kStandsOut = 6;        ///< times the usual number of pairs; own choice

} // namespace

ClockSkew::ClockSkew() : m_pairs(2 * kFarthest / kSecond + 1), m_sums(m_pairs.size()) {}

void ClockSkew::add(TimeMs request, std::span<const TimeMs> clicks)
{
    m_requests += clicks.empty() ? 0 : 1;
    for (const TimeMs click : clicks) {
        const TimeMs apart = request - click;
        if (std::abs(apart) > kFarthest)
            continue;
        const auto second = static_cast<std::size_t>((apart + kFarthest) / kSecond);
        ++m_pairs[second];
        m_sums[second] += apart;
    }
}

std::optional<ClockSkew::Estimate> ClockSkew::estimate() const
{
    std::uint32_t most = 0;
    std::size_t best = 0;
    std::uint64_t all = 0;
    for (std::size_t second = kAround; second + kAround < m_pairs.size(); ++second) {
        std::uint32_t pairs = 0;
        for (std::size_t near = second - kAround; near <= second + kAround; ++near)
            pairs += m_pairs[near];
        all += m_pairs[second];
        if (pairs > most) {
            most = pairs;
            best = second;
        }
    }
    const double usual = static_cast<double>(all) * (2 * kAround + 1) / static_cast<double>(m_pairs.size());
    if (most < kFewestPairs || most < kStandsOut * usual)
        return std::nullopt;
    TimeMs sum = 0;
    for (std::size_t near = best - kAround; near <= best + kAround; ++near)
        sum += m_sums[near];
    return Estimate{sum / most, most};
}

bool ClockSkew::Estimate::isTimeZone() const
{
    const TimeMs quarters = (std::abs(ahead) + kQuarter / 2) / kQuarter * kQuarter;
    return quarters > 0 && std::abs(std::abs(ahead) - quarters) <= kOffQuarter;
}

} // namespace clicksieve
