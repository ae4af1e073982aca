// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/xlsx/serialtime.h"

#include <chrono>
#include <cmath>
#include <cstdint>
#include <optional>

namespace clicksieve {

namespace {

using std::chrono::sys_days;

constexpr std::int64_t kMsPerDay = 86'400'000;

/// The 1900 system takes 1900 for a leap year, as the first spreadsheets did: days count from 1899-12-31 up
/// to 59 (1900-02-28) and from 1899-12-30 from 61 (1900-03-01) on. Day 0, "1900-01-00", and day 60,
/// "1900-02-29", are no days.
std::optional<sys_days> dayOf(std::int64_t number, DateSystem system)
{
    using namespace std::chrono_literals;
    constexpr sys_days kLast = 9999y / 12 / 31;
    sys_days first = 1904y / 1 / 1;
    if (system == DateSystem::From1900) {
        if (number == 0 || number == 60)
            return std::nullopt;
        first = number < 60 ? sys_days(1899y / 12 / 31) : sys_days(1899y / 12 / 30);
    }
    const sys_days day = first + std::chrono::days(number);
    return day <= kLast ? std::optional(day) : std::nullopt;
}

void appendDigits(std::string &out, std::int64_t value, int width)
{
    const std::string digits = std::to_string(value);
    for (int missing = width - static_cast<int>(digits.size()); missing > 0; --missing)
        out += '0';
    out += digits;
}

void appendDay(std::string &out, sys_days day)
{
    const std::chrono::year_month_day date(day);
    appendDigits(out, static_cast<int>(date.year()), 4);
    out += '-';
    appendDigits(out, static_cast<unsigned>(date.month()), 2);
    out += '-';
    appendDigits(out, static_cast<unsigned>(date.day()), 2);
}

void appendTimeOfDay(std::string &out, std::int64_t ms)
{
    appendDigits(out, ms / 3'600'000, 2);
    out += ':';
    appendDigits(out, ms / 60'000 % 60, 2);
    out += ':';
    appendDigits(out, ms / 1'000 % 60, 2);
    if (ms % 1'000 != 0) {
        out += '.';
        appendDigits(out, ms % 1'000, 3);
    }
}

} // namespace

bool appendSerialTime(std::string &out, double serial, NumberKind kind, DateSystem system)
{
    constexpr double kBeyond = 3'000'000; // days, after the year 9999 in both systems
    if (!(serial >= 0 && serial < kBeyond))
        return false;
    const std::int64_t ms = std::llround(serial * static_cast<double>(kMsPerDay));
    const std::int64_t number = ms / kMsPerDay;
    if (kind != NumberKind::Time || number != 0) {
        const std::optional<sys_days> day = dayOf(number, system);
        if (!day)
            return false;
        appendDay(out, *day);
        out += 'T';
    }
    appendTimeOfDay(out, ms % kMsPerDay);
    return true;
}

} // namespace clicksieve
