// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/weblogs/loadstory.h"

#include "core/weblogs/weblog.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace clicksieve {

namespace {

constexpr std::int64_t kDay = 86'400;
constexpr int kMostDays = 28; ///< earlier ones say little of today; own choice
constexpr std::int64_t kHour = 3'600;
constexpr std::int64_t kShortest = 600; ///< seconds before the send that tell what is usual; own choice
constexpr double kTwoSided95 = 1.96;

/// Where the most requests came in LoadStory::kLooked seconds.
std::int64_t busiestFrom(const WebLog &log)
{
    std::int64_t best = log.first;
    std::uint64_t most = 0;
    std::uint64_t sum = 0;
    const std::int64_t start = log.first;
    for (std::int64_t second = start; second <= log.last; ++second) {
        sum += log.series.counts(second).all();
        if (second - start >= LoadStory::kLooked)
            sum -= log.series.counts(second - LoadStory::kLooked).all();
        if (sum > most) {
            most = sum;
            best = std::max(start, second - LoadStory::kLooked + 1);
        }
    }
    return best;
}

std::optional<Excess> excessOf(const WebLog &log, std::int64_t from, double observed)
{
    std::vector<double> days;
    for (int day = 1; day <= kMostDays && from - day * kDay >= log.first; ++day)
        days.push_back(log.series.sum(from - day * kDay, from - day * kDay + LoadStory::kLooked).all());
    Excess excess;
    double variance = 0;
    if (!days.empty()) {
        std::ranges::sort(days);
        const std::size_t middle = days.size() / 2;
        excess.baseline = Excess::Baseline::EarlierDays;
        excess.days = static_cast<int>(days.size());
        excess.expected = days.size() % 2 == 1 ? days[middle] : (days[middle - 1] + days[middle]) / 2;
        variance = excess.expected / excess.days;
    } else {
        const std::int64_t before = std::min(kHour, from - log.first);
        if (before < kShortest)
            return std::nullopt;
        const double share = static_cast<double>(LoadStory::kLooked) / static_cast<double>(before);
        const double counted = log.series.sum(from - before, from).all();
        excess.expected = counted * share;
        variance = counted * share * share;
    }
    excess.more = observed - excess.expected;
    excess.margin = kTwoSided95 * std::sqrt(observed + variance);
    return excess;
}

} // namespace

LoadStory loadStory(const WebLog &log)
{
    LoadStory story;
    story.from = log.send ? *log.send : busiestFrom(log);
    story.peakAt = story.from;
    for (std::int64_t second = story.from; second < story.from + LoadStory::kLooked; ++second) {
        const SecondCounts counts = log.series.counts(second);
        if (counts.all() > story.peak.all()) {
            story.peak = counts;
            story.peakAt = second;
        }
        if (counts.errors > 0 && !story.firstErrorAt)
            story.firstErrorAt = second;
    }
    story.counts = log.series.sum(story.from, story.from + LoadStory::kLooked);
    story.excess = excessOf(log, story.from, story.counts.all());
    return story;
}

} // namespace clicksieve
