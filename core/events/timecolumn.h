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
/// of most exports; else in eight. Immutable.
class TimeColumn {
public:
    TimeColumn() = default;
    /// @p times: each event has one.
    explicit TimeColumn(RowTimes times);

    [[nodiscard]] std::size_t size() const { return m_units.empty() ? m_times.size() : m_units.size(); }
    [[nodiscard]] TimeMs operator[](std::size_t event) const
    {
        return m_units.empty() ? m_times[event] : m_first + m_unit * TimeMs{m_units[event]};
    }

private:
    void narrow();
    template <TimeMs unit>
    void narrowTo();

    std::vector<TimeMs> m_times;        ///< empty where m_units is not
    std::vector<std::uint32_t> m_units; ///< from m_first on
    TimeMs m_first = 0;
    TimeMs m_unit = 1; ///< ms
};

} // namespace clicksieve
