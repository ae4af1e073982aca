// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "simulator/isotime.h"

#include <charconv>
#include <chrono>
#include <cstdio>

namespace clicksieve::simulator {

namespace {

using Days = std::chrono::sys_days;

std::optional<int> digits(std::string_view text, std::size_t position, std::size_t length)
{
    if (text.size() < position + length)
        return std::nullopt;
    int value = 0;
    const char *begin = text.data() + position;
    const auto [end, error] = std::from_chars(begin, begin + length, value);
    if (error != std::errc() || end != begin + length || value < 0)
        return std::nullopt;
    return value;
}

bool hasSeparators(std::string_view text)
{
    return text[4] == '-' && text[7] == '-' && text[10] == 'T' && text[13] == ':' && text[16] == ':';
}

std::optional<int> fraction(std::string_view tail)
{
    if (!tail.empty() && tail.back() == 'Z')
        tail.remove_suffix(1);
    if (tail.empty())
        return 0;
    if (tail.size() != 4 || tail.front() != '.')
        return std::nullopt;
    return digits(tail, 1, 3);
}

std::optional<Days> date(std::string_view text)
{
    const auto year = digits(text, 0, 4);
    const auto month = digits(text, 5, 2);
    const auto day = digits(text, 8, 2);
    if (!year || !month || !day)
        return std::nullopt;
    const std::chrono::year_month_day parts(std::chrono::year(*year),
                                            std::chrono::month(static_cast<unsigned>(*month)),
                                            std::chrono::day(static_cast<unsigned>(*day)));
    if (!parts.ok())
        return std::nullopt;
    return Days(parts);
}

} // namespace

std::string IsoTime::text(std::int64_t timeMs, bool wholeSeconds)
{
    const std::chrono::sys_time<std::chrono::milliseconds> time{std::chrono::milliseconds(timeMs)};
    const auto midnight = std::chrono::floor<std::chrono::days>(time);
    const std::chrono::year_month_day parts(midnight);
    const auto ms = static_cast<int>((time - midnight).count());
    char buffer[64];
    const int length = std::snprintf(buffer, sizeof buffer, "%04d-%02u-%02uT%02d:%02d:%02d.%03dZ",
                                     static_cast<int>(parts.year()), static_cast<unsigned>(parts.month()),
                                     static_cast<unsigned>(parts.day()), ms / 3'600'000, ms / 60'000 % 60,
                                     ms / 1000 % 60, ms % 1000);
    std::string result(buffer, static_cast<std::size_t>(length));
    if (wholeSeconds)
        result.erase(result.size() - 5, 4);
    return result;
}

std::optional<std::int64_t> IsoTime::parse(std::string_view text)
{
    if (text.size() < 19 || !hasSeparators(text))
        return std::nullopt;
    const auto days = date(text);
    const auto hours = digits(text, 11, 2);
    const auto minutes = digits(text, 14, 2);
    const auto seconds = digits(text, 17, 2);
    const auto ms = fraction(text.substr(19));
    if (!days || !hours || !minutes || !seconds || !ms || *hours > 23 || *minutes > 59 || *seconds > 59)
        return std::nullopt;
    const std::int64_t dayMs = std::int64_t{days->time_since_epoch().count()} * 86'400'000;
    return dayMs + ((*hours * 60 + *minutes) * 60 + *seconds) * std::int64_t{1000} + *ms;
}

} // namespace clicksieve::simulator
