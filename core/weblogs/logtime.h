// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace clicksieve {

/// A moment as logs write it.
struct LogTime {
    std::int64_t microseconds = 0; ///< since 1970-01-01T00:00:00Z
    bool hasZone = true;           ///< false: taken for UTC
};

/// "29/Mar/2026:01:59:59 +0100", also with a blank before the hour and without the zone: the brackets of Apache and nginx.
[[nodiscard]] std::optional<LogTime> bracketTime(std::string_view text);

/// ISO 8601 ("2026-03-29T01:59:59.123+01:00", any number of digits after the second, a blank for the T), bracketTime(), and
/// numbers: seconds, milliseconds, microseconds or nanoseconds since 1970, told apart by their size.
[[nodiscard]] std::optional<LogTime> anyTime(std::string_view text);

/// The unit of durations that are written as numbers; its value is the microseconds of one, 0 where that is less than one.
enum class DurationUnit : std::int64_t {
    Nanoseconds = 0,
    Microseconds = 1,
    Milliseconds = 1'000,
    Seconds = 1'000'000
};

/// "0.384", "12ms", "0.248406s"; a unit in the text goes before @p unit. Microseconds; nothing below 0.
[[nodiscard]] std::optional<std::int64_t> durationIn(std::string_view text, DurationUnit unit);

} // namespace clicksieve
