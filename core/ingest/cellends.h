// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace clicksieve {

/// Finds where the cells of a delimited text end, by looking at 64 bytes at once and remembering what is in them: cells
/// are mostly shorter. Meant to be asked for rising places; one thread each.
class CellEnds {
public:
    /// Bytes that are looked at together.
    static constexpr std::size_t kBlock = 64;

    CellEnds(std::string_view text, char delimiter) : m_text(text), m_delimiter(delimiter) {}

    /// Position of the next delimiter, LF or CR at or after @p from; the text's size where there is none. As
    /// findCellEnd(). @pre from <= text.size()
    [[nodiscard]] std::size_t next(std::size_t from)
    {
        if (from - m_block >= kBlock) // also where it is before the block
            look(from);
        std::uint64_t ends = m_ends & (~std::uint64_t{0} << (from - m_block));
        while (ends == 0) {
            if (m_text.size() - m_block <= kBlock)
                return m_text.size();
            look(m_block + kBlock);
            ends = m_ends;
        }
        return m_block + static_cast<std::size_t>(std::countr_zero(ends));
    }

    /// Those in the same block behind @p end, which next() has just told: bit n for position block() + n.
    [[nodiscard]] std::uint64_t behind(std::size_t end) const
    {
        return end - m_block >= kBlock - 1 ? 0 : m_ends & (~std::uint64_t{0} << (end - m_block + 1));
    }
    [[nodiscard]] std::size_t block() const { return m_block; }

private:
    void look(std::size_t block);

    std::string_view m_text;
    char m_delimiter;
    std::size_t m_block = static_cast<std::size_t>(-1) - kBlock; ///< where the block begins; nowhere at first
    std::uint64_t m_ends = 0; ///< a bit for each of its bytes, the lowest for the first
};

} // namespace clicksieve
