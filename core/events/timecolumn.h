// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/events/event.h"
#include "core/events/rowtimes.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace clicksieve {

/// The times of many events, exact, in four bytes each where they are whole seconds or lie within seven weeks, as those
/// of most exports; else in eight. Immutable once filled.
class TimeColumn {
public:
    TimeColumn() = default;
    /// @p times: each event has one.
    explicit TimeColumn(RowTimes times);
    /// Room for @p size times out of @p all, which take() fills in.
    TimeColumn(const TimeColumn &all, std::size_t size);

    /// Place @p place takes the time of @p event in @p all, the column that the room was made for. Several threads may
    /// fill different places.
    void take(std::size_t place, const TimeColumn &all, std::size_t event)
    {
        if (m_units.empty())
            m_times[place] = all.m_times[event];
        else
            m_units[place] = all.m_units[event];
    }

    [[nodiscard]] std::size_t size() const { return m_units.empty() ? m_times.size() : m_units.size(); }
    [[nodiscard]] TimeMs operator[](std::size_t event) const
    {
        return m_units.empty() ? m_times[event] : m_first + m_unit * TimeMs{m_units[event]};
    }

private:
    friend class TableStore; // as in EventTable
    void narrow();
    template <TimeMs unit>
    void narrowTo();

    std::vector<TimeMs> m_times;        ///< empty where m_units is not
    std::vector<std::uint32_t> m_units; ///< from m_first on
    TimeMs m_first = 0;
    TimeMs m_unit = 1; ///< ms
};

} // namespace clicksieve
