// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ingest/timepattern.h"

#include <QString>

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace clicksieve {

/// Which ways of writing times fit the cells of a column.
struct TimeWays {
    std::size_t looked = 0; ///< cells that were tried
    std::size_t fits = 0;   ///< how many of them the ways below fit
    std::vector<QString>
        patterns; ///< those that fit the most cells, each with another reading; the likeliest first

    /// Nearly all cells are times of one way.
    [[nodiscard]] bool areTimes() const { return fits > 0 && fits * 10 >= looked * 9; }
    /// The cells are times, but can be read in more than one way: 03/04/2026.
    [[nodiscard]] bool areAmbiguous() const { return patterns.size() > 1; }
};

/// Ways for full times, or for days where the cells have no more than that.
[[nodiscard]] TimeWays timeWays(std::span<const std::string_view> cells);
/// Ways for days without a time of day; a midnight that all of them have is none.
[[nodiscard]] TimeWays dayWays(std::span<const std::string_view> cells);
/// Ways for times of day; the patterns stand behind "yyyy-MM-dd ".
[[nodiscard]] TimeWays timeOfDayWays(std::span<const std::string_view> cells);
/// Ways for a day and a time of day in two columns: patterns with both. @p days and @p timesOfDay are the cells of the
/// same records; those with an empty one are left out.
[[nodiscard]] TimeWays dayAndTimeWays(std::span<const std::string_view> days,
                                      std::span<const std::string_view> timesOfDay);

/// True where each of @p cells, read by @p pattern, says its zone itself or needs none.
[[nodiscard]] bool nameTheirZone(std::span<const std::string_view> cells, const QString &pattern);

/// True for a cell that can be read as a full time.
[[nodiscard]] bool isTime(std::string_view cell);

} // namespace clicksieve
