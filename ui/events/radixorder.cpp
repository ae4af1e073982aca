// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/events/radixorder.h"

#include "core/jobs/jobcontext.h"

#include <algorithm>
#include <array>
#include <bit>
#include <numeric>

namespace clicksieve {

namespace {

constexpr int kDigitBits = 11; ///< 2,048 counters of 4 bytes: they stay in the first-level cache
constexpr std::size_t kDigits = std::size_t{1} << kDigitBits;

constexpr std::size_t digit(std::uint64_t key, int shift)
{
    return (key >> shift) & (kDigits - 1);
}

} // namespace

std::vector<std::uint32_t> radixOrder(const std::vector<std::uint64_t> &keys, const JobContext &context)
{
    std::vector<std::uint32_t> order(keys.size());
    std::iota(order.begin(), order.end(), 0U);
    if (keys.empty() || std::is_sorted(keys.begin(), keys.end()))
        return order;

    const auto bits = static_cast<int>(std::bit_width(*std::max_element(keys.begin(), keys.end())));
    std::vector<std::uint32_t> next(keys.size());
    for (int shift = 0; shift < bits && !context.stopRequested(); shift += kDigitBits) {
        std::array<std::uint32_t, kDigits + 1> first{};
        for (const std::uint64_t key : keys)
            ++first[digit(key, shift) + 1];
        std::partial_sum(first.begin(), first.end(), first.begin());
        for (const std::uint32_t place : order)
            next[first[digit(keys[place], shift)]++] = place;
        order.swap(next);
    }
    return order;
}

} // namespace clicksieve
