// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace clicksieve {

/// The 1-based number of each event's record in its source, event by event in the order of the sources. Takes no memory
/// while in each source every record is one event, as in most exports; then four bytes an event. Grows at its end.
class RowNumbers {
public:
    [[nodiscard]] std::uint32_t operator[](std::size_t event) const
    {
        return m_isUnbroken ? rowOfUnbroken(event) : m_rows[event];
    }

    /// Makes room for @p events in all, as soon as it takes memory.
    void reserve(std::size_t events);
    /// Adds events of the source at hand. @p rows, one an event, are 1-based in a block of @p rowsOfBlock records; it
    /// follows on the blocks that were added since the source began.
    void append(std::span<const std::uint32_t> rows, std::uint32_t rowsOfBlock);
    /// The next block begins another source.
    void endSource();
    /// Takes out those events where @p isKept, one an event, is 0.
    void keepOnly(std::span<const std::uint8_t> isKept);

private:
    friend class TableStore; // as in EventTable
    [[nodiscard]] std::uint32_t rowOfUnbroken(std::size_t event) const;
    void spellOut();

    bool m_isUnbroken = true;                  ///< each source has the rows 1, 2, 3, …
    std::vector<std::size_t> m_sourceBegin{0}; ///< its first event, per source
    std::vector<std::uint32_t> m_rows;         ///< empty where m_isUnbroken
    std::size_t m_size = 0;
    std::size_t m_room = 0;
    std::uint32_t m_rowsOfSource = 0; ///< seen in the source at hand
};

} // namespace clicksieve
