// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/events/event.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace clicksieve {

/// What times at hand say about the finest unit the source carries. Where there are none, or only those of events that
/// nobody did (a list of sendings, each at a full hour), nothing is said that could make the other sources coarser.
class ResolutionFinder {
public:
    void add(TimeMs time, EventType type)
    {
        if (type == EventType::Other)
            return;
        m_anyMs |= time % 1'000 != 0;
        m_anySecond |= time % 60'000 != 0;
        m_anyMinute |= time % 86'400'000 != 0;
        if (m_differing < kEnough)
            note(time);
    }
    void add(const ResolutionFinder &other)
    {
        m_anyMs |= other.m_anyMs;
        m_anySecond |= other.m_anySecond;
        m_anyMinute |= other.m_anyMinute;
        for (std::size_t time = 0; time < other.m_differing && m_differing < kEnough; ++time)
            note(other.m_times[time]);
    }
    [[nodiscard]] TimeResolution found() const
    {
        return m_anyMs                                ? TimeResolution::Millisecond
               : m_anySecond || m_differing < kEnough ? TimeResolution::Second
               : m_anyMinute                          ? TimeResolution::Minute
                                                      : TimeResolution::Day;
    }

private:
    /// One time at a full minute says nothing: mail is sent at nine sharp. That three differing ones all are by chance
    /// happens once in 216,000 times.
    static constexpr std::size_t kEnough = 3;

    void note(TimeMs time)
    {
        const auto end = m_times.begin() + static_cast<std::ptrdiff_t>(m_differing);
        if (std::find(m_times.begin(), end, time) == end)
            m_times[m_differing++] = time;
    }

    std::array<TimeMs, kEnough> m_times{};
    std::size_t m_differing = 0; ///< of m_times
    bool m_anyMs = false;
    bool m_anySecond = false;
    bool m_anyMinute = false;
};

} // namespace clicksieve
