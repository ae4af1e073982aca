// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/events/event.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace clicksieve {

/// Times that the rows of an import tell, one an event, kNoTime where a row tells none. Exact; in four bytes each as long
/// as all are whole seconds, as nearly everywhere. Grows at its end.
class RowTimes {
public:
    /// True until an event has one: all of them are kNoTime then.
    [[nodiscard]] bool isEmpty() const { return m_seconds.empty() && m_times.empty(); }
    /// @pre !isEmpty() and @p event is one of those that were added
    [[nodiscard]] TimeMs operator[](std::size_t event) const
    {
        if (m_isWide)
            return m_times[event];
        return m_seconds[event] == kNothing ? kNoTime : TimeMs{m_seconds[event]} * kSecond;
    }

    /// Makes room for @p events in all, as soon as one has a time.
    void reserve(std::size_t events);
    /// Adds the times of events that follow on @p before others; empty where none of @p count events has one.
    void append(std::span<const TimeMs> times, std::size_t before, std::size_t count);
    /// Takes out those events where @p isKept, one an event, is 0.
    void keepOnly(std::span<const std::uint8_t> isKept);

    /// True where the times are in milliseconds, see takeTimes(); else they are in seconds, see takeSeconds().
    [[nodiscard]] bool isWide() const { return m_isWide; }
    /// Since 1970. Leaves none behind. @pre !isWide() and every event has a time
    [[nodiscard]] std::vector<std::uint32_t> takeSeconds() { return std::move(m_seconds); }
    /// Leaves none behind. @pre isWide()
    [[nodiscard]] std::vector<TimeMs> takeTimes() { return std::move(m_times); }

private:
    static constexpr std::uint32_t kNothing = 0xFFFF'FFFFU;
    static constexpr TimeMs kSecond = 1'000;

    void widen();

    std::vector<std::uint32_t> m_seconds; ///< since 1970
    std::vector<TimeMs> m_times;          ///< in place of m_seconds where m_isWide
    bool m_isWide = false;                ///< since one was no whole second
    std::size_t m_room = 0;
};

} // namespace clicksieve
