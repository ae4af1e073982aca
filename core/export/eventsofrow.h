// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/verdicts.h"
#include "core/events/eventtable.h"

#include <cstdint>
#include <tuple>

namespace clicksieve {

/// The events of one row of a source: neighbours in the table. Mostly one, none where the row was rejected.
struct RowEvents {
    std::size_t first = 0;
    std::size_t last = 0; ///< one past

    [[nodiscard]] bool hasAction(const EventTable &table) const
    {
        for (std::size_t event = first; event < last; ++event) {
            if (isAction(table.type(event)))
                return true;
        }
        return false;
    }
    /// True where the row holds opens or clicks and all of them are machines'.
    [[nodiscard]] bool areMachines(const EventTable &table, const Verdicts &verdicts) const
    {
        for (std::size_t event = first; event < last; ++event) {
            if (isAction(table.type(event)) && !verdicts.isMachine(event))
                return false;
        }
        return hasAction(table);
    }
};

/// Goes through the events of a source in step with its rows.
class EventsOfRow {
public:
    EventsOfRow(const EventTable &table, std::size_t source) : m_table(table)
    {
        std::tie(m_next, m_end) = table.eventsOf(SourceIndex{source});
    }

    /// The events of @p row; rows must be asked for in rising order.
    RowEvents at(std::uint64_t row)
    {
        while (m_next < m_end && m_table.row(m_next) < row)
            ++m_next;
        RowEvents events{m_next, m_next};
        while (events.last < m_end && m_table.row(events.last) == row)
            ++events.last;
        m_next = events.last;
        return events;
    }

private:
    const EventTable &m_table;
    std::size_t m_next = 0;
    std::size_t m_end = 0;
};

} // namespace clicksieve
