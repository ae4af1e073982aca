// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/mapping/timeways.h"

#include "core/ingest/dayandtime.h"
#include "core/ingest/mapping/mappingwords.h"

#include <algorithm>
#include <utility>

namespace clicksieve {

namespace {

/// Cells of a column that are tried. Days of one month can all be read both ways; a few hundred rows seldom are.
constexpr std::size_t kMostCells = 500;

const TimeZone &utc()
{
    static const TimeZone zone = *TimeZone::named(QStringLiteral("UTC"));
    return zone;
}

/// How one pattern reads the cells.
struct Reading {
    const TimePattern *pattern = nullptr;
    std::vector<TimeMs> times;
    std::size_t fits = 0;

    /// From the first to the last moment. Of two readings of the same days the right one is nearly always the shorter:
    /// a campaign lasts days, and a day taken for a month makes them months.
    [[nodiscard]] TimeMs span() const
    {
        TimeMs first = std::numeric_limits<TimeMs>::max();
        TimeMs last = std::numeric_limits<TimeMs>::min();
        for (const TimeMs time : times) {
            if (time == kNoTime)
                continue;
            first = std::min(first, time);
            last = std::max(last, time);
        }
        return last - first;
    }
};

TimeWays best(std::span<const std::string_view> cells, std::span<const TimePattern> patterns)
{
    TimeWays ways;
    ways.looked = std::min(cells.size(), kMostCells);
    std::vector<Reading> readings;
    for (const TimePattern &pattern : patterns) {
        Reading reading{&pattern, {}, 0};
        for (const std::string_view cell : cells.first(ways.looked)) {
            reading.times.push_back(pattern.parse(cell, utc()));
            reading.fits += reading.times.back() != kNoTime ? 1U : 0U;
        }
        if (reading.fits == 0 || reading.fits < ways.fits)
            continue;
        if (reading.fits > ways.fits)
            readings.clear();
        ways.fits = reading.fits;
        const bool isTold =
            std::ranges::any_of(readings, [&](const Reading &other) { return other.times == reading.times; });
        if (!isTold)
            readings.push_back(std::move(reading));
    }
    std::ranges::stable_sort(readings, {}, &Reading::span);
    for (const Reading &reading : readings)
        ways.patterns.push_back(reading.pattern->text());
    return ways;
}

} // namespace

TimeWays timeWays(std::span<const std::string_view> cells)
{
    TimeWays times = best(cells, MappingWords::shipped().times());
    TimeWays days = dayWays(cells);
    return days.fits > times.fits ? days : times;
}

TimeWays dayWays(std::span<const std::string_view> cells)
{
    std::vector<std::string_view> days;
    for (const std::string_view cell : cells)
        days.push_back(withoutMidnight(cell));
    return best(days, MappingWords::shipped().days());
}

TimeWays timeOfDayWays(std::span<const std::string_view> cells)
{
    std::vector<std::string> dated;
    for (const std::string_view cell : cells.first(std::min(cells.size(), kMostCells)))
        dated.push_back("2026-03-10 " + std::string(cell));
    const std::vector<std::string_view> views(dated.begin(), dated.end());
    return best(views, MappingWords::shipped().timesOfDay());
}

TimeWays dayAndTimeWays(std::span<const std::string_view> days, std::span<const std::string_view> timesOfDay)
{
    std::vector<std::string> joined;
    std::string scratch;
    for (std::size_t record = 0; record < days.size() && joined.size() < kMostCells; ++record) {
        if (!days[record].empty() && !timesOfDay[record].empty())
            joined.emplace_back(joinedDayAndTime(days[record], timesOfDay[record], scratch));
    }
    std::vector<TimePattern> patterns(MappingWords::shipped().times().begin(),
                                      MappingWords::shipped().times().end());
    for (const TimePattern &day : MappingWords::shipped().days()) {
        for (const TimePattern &time : MappingWords::shipped().timesOfDay()) {
            const QString behind = time.text().mid(QStringLiteral("yyyy-MM-dd").size());
            if (auto both = TimePattern::compile(day.text() + behind))
                patterns.push_back(std::move(*both));
        }
    }
    const std::vector<std::string_view> views(joined.begin(), joined.end());
    return best(views, patterns);
}

bool nameTheirZone(std::span<const std::string_view> cells, const QString &pattern)
{
    static const TimeZone hourEast = *TimeZone::named(QStringLiteral("UTC+01:00"));
    const auto compiled = TimePattern::compile(pattern);
    return compiled && !cells.empty() && std::ranges::all_of(cells, [&](std::string_view cell) {
               return compiled->parse(cell, utc()) == compiled->parse(cell, hourEast);
           });
}

bool isTime(std::string_view cell)
{
    return std::ranges::any_of(MappingWords::shipped().times(), [&](const TimePattern &pattern) {
        return pattern.parse(cell, utc()) != kNoTime;
    });
}

} // namespace clicksieve
