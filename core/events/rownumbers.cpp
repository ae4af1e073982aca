// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/events/rownumbers.h"

#include <algorithm>

namespace clicksieve {

std::uint32_t RowNumbers::rowOfUnbroken(std::size_t event) const
{
    const auto behind = std::upper_bound(m_sourceBegin.begin(), m_sourceBegin.end(), event);
    return static_cast<std::uint32_t>(event - *(behind - 1) + 1);
}

void RowNumbers::reserve(std::size_t events)
{
    m_room = events;
    if (!m_isUnbroken)
        m_rows.reserve(events);
}

void RowNumbers::append(std::span<const std::uint32_t> rows, std::uint32_t rowsOfBlock)
{
    std::size_t next = m_size - m_sourceBegin.back() + 1;
    const auto goesOn = [&](std::uint32_t row) { return m_rowsOfSource + row == next++; };
    if (m_isUnbroken && !std::all_of(rows.begin(), rows.end(), goesOn))
        spellOut();
    if (!m_isUnbroken) {
        for (const std::uint32_t row : rows)
            m_rows.push_back(m_rowsOfSource + row);
    }
    m_size += rows.size();
    m_rowsOfSource += rowsOfBlock;
}

void RowNumbers::endSource()
{
    m_sourceBegin.push_back(m_size);
    m_rowsOfSource = 0;
}

void RowNumbers::spellOut()
{
    m_rows.reserve(m_room);
    for (std::size_t event = 0; event < m_size; ++event)
        m_rows.push_back(rowOfUnbroken(event));
    m_isUnbroken = false;
}

void RowNumbers::keepOnly(std::span<const std::uint8_t> isKept)
{
    if (m_isUnbroken)
        spellOut();
    std::size_t kept = 0;
    for (std::size_t event = 0; event < m_size; ++event) {
        if (isKept[event] != 0)
            m_rows[kept++] = m_rows[event];
    }
    m_rows.resize(kept);
    m_size = kept;
}

} // namespace clicksieve
