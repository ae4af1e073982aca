// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/events/timecolumn.h"

#include <algorithm>
#include <limits>

namespace clicksieve {

namespace {

constexpr TimeMs kSecond = 1'000;

} // namespace

TimeColumn::TimeColumn(RowTimes times)
{
    if (times.isWide()) {
        m_times = times.takeTimes();
        narrow();
    } else {
        m_units = times.takeSeconds();
        m_unit = kSecond;
    }
}

TimeColumn::TimeColumn(const TimeColumn &all, std::size_t size)
    : m_times(all.m_times.empty() ? 0 : size)
    , m_units(all.m_units.empty() ? 0 : size)
    , m_first(all.m_first)
    , m_unit(all.m_unit)
{
}

/// Some are no whole seconds since 1970: before it, milliseconds, or all by the same part of a second off.
void TimeColumn::narrow()
{
    if (m_times.empty())
        return;
    const auto [first, last] = std::ranges::minmax(m_times);
    const auto fits = [length = last - first](TimeMs unit) {
        return length / unit <= TimeMs{std::numeric_limits<std::uint32_t>::max()};
    };
    m_first = first;
    if (fits(1))
        narrowTo<1>();
    else if (fits(kSecond)
             && std::ranges::all_of(m_times, [this](TimeMs time) { return (time - m_first) % kSecond == 0; }))
        narrowTo<kSecond>();
}

template <TimeMs unit>
void TimeColumn::narrowTo()
{
    m_unit = unit;
    m_units.reserve(m_times.size());
    for (const TimeMs time : m_times)
        m_units.push_back(static_cast<std::uint32_t>((time - m_first) / unit));
    m_times = {};
}

} // namespace clicksieve
