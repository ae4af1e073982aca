// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/weblogs/logtime.h"

#include "core/ingest/cellview.h"
#include "core/weblogs/logtext.h"

#include <chrono>
#include <cmath>

namespace clicksieve {

namespace {

constexpr std::int64_t kSecond = 1'000'000; ///< microseconds
constexpr int kNoOffset = 1'000'000;        ///< seconds
constexpr std::size_t kBracketLength = 20;  ///< "29/Mar/2026:01:59:59"
constexpr std::size_t kIsoLength = 19;      ///< "2026-03-29T01:59:59"

/// Seconds east of Greenwich; kNoOffset for anything but "+0100", "+01:00", "Z" and "UTC".
int offsetOf(std::string_view zone)
{
    if (zone == "Z" || zone == "UTC")
        return 0;
    const bool hasColon = zone.size() == 6 && zone[3] == ':';
    if ((zone.size() != 5 && !hasColon) || (zone[0] != '+' && zone[0] != '-'))
        return kNoOffset;
    const std::string_view hours = zone.substr(1, 2);
    const std::string_view minutes = zone.substr(hasColon ? 4 : 3);
    if (!areDigits(hours) || !areDigits(minutes))
        return kNoOffset;
    const int seconds = (numberOf<int>(hours).value_or(0) * 60 + numberOf<int>(minutes).value_or(0)) * 60;
    return zone[0] == '-' ? -seconds : seconds;
}

/// Of the clock, "01:59:59" at the beginning of @p clock.
std::optional<std::int64_t> momentOf(int year, unsigned month, unsigned day, std::string_view clock)
{
    const std::chrono::year_month_day date{std::chrono::year(year), std::chrono::month(month),
                                           std::chrono::day(day)};
    const auto hour = numberOf<unsigned>(clock.substr(0, 2));
    const auto minute = numberOf<unsigned>(clock.substr(3, 2));
    const auto second = numberOf<unsigned>(clock.substr(6, 2));
    constexpr unsigned kLeapSecond = 60;
    if (!date.ok() || !hour || !minute || !second || *hour > 23 || *minute > 59 || *second > kLeapSecond)
        return std::nullopt;
    const std::int64_t days = std::chrono::sys_days(date).time_since_epoch().count();
    return (days * 86'400 + *hour * 3'600 + *minute * 60 + *second) * kSecond;
}

std::optional<LogTime> withZone(std::optional<std::int64_t> moment, std::string_view zone)
{
    if (!moment)
        return std::nullopt;
    if (zone.empty() || zone == "-")
        return LogTime{*moment, false};
    const int offset = offsetOf(zone);
    if (offset == kNoOffset)
        return std::nullopt;
    return LogTime{*moment - offset * kSecond, true};
}

std::optional<LogTime> isoTimeOf(std::string_view text)
{
    const auto year = numberOf<int>(text.substr(0, 4));
    const auto month = numberOf<unsigned>(text.substr(5, 2));
    const auto day = numberOf<unsigned>(text.substr(8, 2));
    if (!year || !month || !day || (text[10] != 'T' && text[10] != ' '))
        return std::nullopt;
    auto moment = momentOf(*year, *month, *day, text.substr(11));
    std::string_view rest = text.substr(kIsoLength);
    if (moment && (rest.starts_with('.') || rest.starts_with(','))) {
        std::int64_t unit = kSecond / 10;
        rest.remove_prefix(1);
        for (; !rest.empty() && rest[0] >= '0' && rest[0] <= '9'; rest.remove_prefix(1), unit /= 10)
            *moment += (rest[0] - '0') * unit;
    }
    return withZone(moment, trimmed(rest));
}

/// Since 1970, the unit by the size: of each, from 1973 to the year 5000.
std::optional<LogTime> numberTime(double number)
{
    constexpr double kMilliseconds = 1e11;
    constexpr double kMicroseconds = 1e14;
    constexpr double kNanoseconds = 1e17;
    if (!(number >= 1e8) || number > 1e20)
        return std::nullopt;
    const double factor = number >= kNanoseconds    ? 1e-3
                          : number >= kMicroseconds ? 1
                          : number >= kMilliseconds ? 1e3
                                                    : 1e6;
    return LogTime{static_cast<std::int64_t>(std::llround(number * factor)), true};
}

} // namespace

std::optional<LogTime> bracketTime(std::string_view text)
{
    if (text.size() < kBracketLength || text[2] != '/' || text[6] != '/')
        return std::nullopt;
    const auto day = numberOf<unsigned>(text.substr(0, 2));
    const auto year = numberOf<int>(text.substr(7, 4));
    const unsigned month = monthOf(text.substr(3, 3));
    if (!day || !year || month == 0)
        return std::nullopt;
    return withZone(momentOf(*year, month, *day, text.substr(12)), trimmed(text.substr(kBracketLength)));
}

std::optional<LogTime> anyTime(std::string_view text)
{
    if (text.size() >= kIsoLength && text[4] == '-' && text[7] == '-')
        return isoTimeOf(text);
    if (text.size() >= kBracketLength && text[2] == '/')
        return bracketTime(text);
    const auto number = numberOf<double>(text);
    return number ? numberTime(*number) : std::nullopt;
}

std::optional<std::int64_t> durationIn(std::string_view text, DurationUnit unit)
{
    double factor = unit == DurationUnit::Nanoseconds ? 1e-3 : static_cast<double>(unit);
    for (const auto &[ending, ofEnding] :
         {std::pair("ms", 1e3), std::pair("us", 1.0), std::pair("ns", 1e-3), std::pair("s", 1e6)}) {
        if (text.ends_with(ending)) {
            text.remove_suffix(std::string_view(ending).size());
            factor = ofEnding;
            break;
        }
    }
    const auto number = numberOf<double>(text);
    if (!number || !(*number >= 0) || *number * factor > 1e15)
        return std::nullopt;
    return std::llround(*number * factor);
}

} // namespace clicksieve
