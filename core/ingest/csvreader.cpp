// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/csvreader.h"

#include "core/ingest/csvscan.h"

#include <algorithm>
#include <bit>

namespace clicksieve {

bool CsvReader::next()
{
    while (m_position < m_text.size() && (m_text[m_position] == '\n' || m_text[m_position] == '\r'))
        ++m_position;
    if (m_position >= m_text.size())
        return false;
    readRecord();
    return true;
}

void CsvReader::readRecord()
{
    m_begin = m_position;
    m_fault = Fault::None;
    m_cellCount = 0;
    m_unquotedUsed = 0;
    std::size_t place = m_begin;
    std::size_t end = 0;
    do {
        const bool isQuoted = place < m_text.size() && m_text[place] == '"';
        end = isQuoted ? readQuoted(place) : readPlain(place);
        if (end == std::string_view::npos)
            return endWithFault(Fault::OpenQuote, findLineEnd(m_text, m_begin));
        if (end - m_begin > kLongestRecord || m_cellCount > kMostCells)
            return endWithFault(Fault::TooLong, findLineEnd(m_text, end));
        place = end + 1;
    } while (end != m_text.size() && m_text[end] == m_delimiter);
    m_position = afterLineEnd(end);
}

/// Adds the cells from @p place on whose ends are seen at once: at least one, up to one before a quote or a line end.
/// Returns where the last of them ends.
std::size_t CsvReader::readPlain(std::size_t place)
{
    std::size_t end = m_ends.next(place);
    std::uint64_t more = m_ends.behind(end);
    if (m_cellCount + CellEnds::kBlock > m_cells.size())
        m_cells.resize(2 * (m_cellCount + CellEnds::kBlock));
    std::string_view *cell = m_cells.data() + m_cellCount;
    const char *text = m_text.data();
    while (true) {
        *cell++ = std::string_view(text + place, end - place);
        if (more == 0 || text[end] != m_delimiter || text[end + 1] == '"')
            break;
        place = end + 1;
        end = m_ends.block() + static_cast<std::size_t>(std::countr_zero(more));
        more &= more - 1;
    }
    m_cellCount = static_cast<std::size_t>(cell - m_cells.data());
    return end;
}

/// Adds the cell that opens with a quote at @p place; returns where the cell ends, or npos where it never closes.
std::size_t CsvReader::readQuoted(std::size_t place)
{
    const std::size_t limit = std::min(m_text.size(), m_begin + kLongestRecord);
    std::size_t from = place + 1;
    std::string *unquoted = nullptr; // only where something has to be taken out
    while (true) {
        const std::size_t quote = m_text.substr(0, limit).find('"', from);
        if (quote == std::string_view::npos)
            return quote;
        const bool isDoubled = quote + 1 < m_text.size() && m_text[quote + 1] == '"';
        if (isDoubled) {
            if (unquoted == nullptr)
                unquoted = &scratch();
            unquoted->append(m_text, from, quote + 1 - from);
            from = quote + 2;
            continue;
        }
        const std::size_t end = m_ends.next(quote + 1);
        if (unquoted == nullptr && end == quote + 1) {
            addCell(m_text.substr(from, quote - from));
            return end;
        }
        if (unquoted == nullptr)
            unquoted = &scratch();
        unquoted->append(m_text, from, quote - from);
        unquoted->append(m_text, quote + 1, end - quote - 1);
        addCell(*unquoted);
        return end;
    }
}

std::size_t CsvReader::afterLineEnd(std::size_t place) const
{
    if (place >= m_text.size())
        return m_text.size();
    const bool isPair = m_text[place] == '\r' && place + 1 < m_text.size() && m_text[place + 1] == '\n';
    return place + (isPair ? 2 : 1);
}

void CsvReader::endWithFault(Fault fault, std::size_t lineEnd)
{
    m_fault = fault;
    m_cellCount = 0;
    m_position = afterLineEnd(lineEnd);
}

std::string &CsvReader::scratch()
{
    if (m_unquotedUsed == m_unquoted.size())
        m_unquoted.emplace_back();
    std::string &text = m_unquoted[m_unquotedUsed++];
    text.clear();
    return text;
}

} // namespace clicksieve
