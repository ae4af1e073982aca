// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/cumulative.h"

#include <cmath>

namespace clicksieve {

namespace {

std::uint64_t peopleIn(const TimelineBin &bin)
{
    return bin.humanOpens + bin.humanClicks;
}

std::uint64_t machinesIn(const TimelineBin &bin)
{
    return bin.machineOpens + bin.machineClicks;
}

template <typename Count>
std::optional<TimeMs> halfTime(const std::vector<TimelineBin> &bins, std::uint64_t total, Count count)
{
    const double half = static_cast<double>(total) / 2;
    double before = 0;
    for (const TimelineBin &bin : bins) {
        const auto here = static_cast<double>(count(bin));
        if (here > 0 && before + here >= half)
            return bin.from + std::llround((half - before) / here * static_cast<double>(bin.to - bin.from));
        before += here;
    }
    return {};
}

double share(std::uint64_t part, std::uint64_t total)
{
    return total == 0 ? 0.0 : static_cast<double>(part) / static_cast<double>(total);
}

} // namespace

Cumulative makeCumulative(const Timeline &timeline)
{
    Cumulative result;
    for (const TimelineBin &bin : timeline.bins) {
        result.people += peopleIn(bin);
        result.machines += machinesIn(bin);
    }
    if (result.people + result.machines == 0)
        return result;

    std::uint64_t people = 0;
    std::uint64_t machines = 0;
    result.points.reserve(timeline.bins.size() + 1);
    result.points.push_back({timeline.bins.front().from, 0, 0});
    for (const TimelineBin &bin : timeline.bins) {
        people += peopleIn(bin);
        machines += machinesIn(bin);
        result.points.push_back({bin.to, share(people, result.people), share(machines, result.machines)});
    }
    result.halfOfPeople = halfTime(timeline.bins, result.people, peopleIn);
    result.halfOfMachines = halfTime(timeline.bins, result.machines, machinesIn);
    return result;
}

} // namespace clicksieve
