// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/events/rowtimes.h"

#include <algorithm>

namespace clicksieve {

namespace {

template <typename Value>
void keepThose(std::vector<Value> &values, std::span<const std::uint8_t> isKept)
{
    std::size_t kept = 0;
    for (std::size_t event = 0; event < values.size(); ++event) {
        if (isKept[event] != 0)
            values[kept++] = values[event];
    }
    values.resize(kept);
}

} // namespace

void RowTimes::reserve(std::size_t events)
{
    m_room = events;
    if (!isEmpty())
        m_isWide ? m_times.reserve(events) : m_seconds.reserve(events);
}

void RowTimes::append(std::span<const TimeMs> times, std::size_t before, std::size_t count)
{
    if (times.empty() && isEmpty())
        return;
    const auto fits = [](TimeMs time) {
        return time == kNoTime || (time % kSecond == 0 && time >= 0 && time / kSecond < TimeMs{kNothing});
    };
    if (!m_isWide && !std::ranges::all_of(times, fits))
        widen();
    if (m_isWide) {
        m_times.resize(before, kNoTime);
        m_times.insert(m_times.end(), times.begin(), times.end());
        m_times.resize(before + count, kNoTime);
        return;
    }
    m_seconds.reserve(m_room);
    m_seconds.resize(before, kNothing);
    for (const TimeMs time : times)
        m_seconds.push_back(time == kNoTime ? kNothing : static_cast<std::uint32_t>(time / kSecond));
    m_seconds.resize(before + count, kNothing);
}

void RowTimes::widen()
{
    m_times.reserve(std::max(m_room, m_seconds.size()));
    for (std::size_t event = 0; event < m_seconds.size(); ++event)
        m_times.push_back((*this)[event]);
    m_seconds = {};
    m_isWide = true;
}

void RowTimes::keepOnly(std::span<const std::uint8_t> isKept)
{
    keepThose(m_seconds, isKept);
    keepThose(m_times, isKept);
}

} // namespace clicksieve
