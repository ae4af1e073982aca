// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ingest/cellends.h"

#include <cstddef>
#include <deque>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace clicksieve {

/// Reads the records of a delimited text, by RFC 4180 and by what real files do: any of LF, CRLF or CR ends a
/// record, also mixed; a quote inside an unquoted cell is text; text after a closing quote belongs to the cell;
/// empty lines are no records. Cells are views into the text, or into the reader where quotes had to be removed:
/// valid until the next call of next(). Pure function of text and position; one thread each.
class CsvReader {
public:
    enum class Fault {
        None,
        OpenQuote, ///< a quoted cell is never closed: the record ends at its first line, reading goes on at the next
        TooLong ///< longer than kLongestRecord or with more than kMostCells cells; skipped as one record
    };

    /// No event export comes near; a longer one is a file of another kind, or one quote too many.
    static constexpr std::size_t kLongestRecord = std::size_t{1} << 20;
    static constexpr std::size_t kMostCells = 4'096;

    CsvReader(std::string_view text, char delimiter, std::size_t position = 0)
        : m_text(text)
        , m_delimiter(delimiter)
        , m_ends(text, delimiter)
        , m_position(position)
    {
    }

    /// Goes on reading at @p position, where a record begins.
    void moveTo(std::size_t position) { m_position = position; }
    /// Moves to the next record that is no empty line. False at the end of the text.
    bool next();

    [[nodiscard]] std::span<const std::string_view> cells() const { return {m_cells.data(), m_cellCount}; }
    [[nodiscard]] Fault fault() const { return m_fault; }
    /// Where the record begins in the text, and one past its line end.
    [[nodiscard]] std::size_t begin() const { return m_begin; }
    [[nodiscard]] std::size_t end() const { return m_position; }

private:
    void readRecord();
    void addCell(std::string_view cell)
    {
        if (m_cellCount == m_cells.size())
            m_cells.resize(2 * (m_cellCount + 1));
        m_cells[m_cellCount++] = cell;
    }
    std::size_t readPlain(std::size_t place);
    std::size_t readQuoted(std::size_t place);
    [[nodiscard]] std::size_t afterLineEnd(std::size_t place) const;
    void endWithFault(Fault fault, std::size_t lineEnd);
    std::string &scratch();

    std::string_view m_text;
    char m_delimiter;
    CellEnds m_ends;
    std::size_t m_position;
    std::size_t m_begin = 0;
    Fault m_fault = Fault::None;
    std::vector<std::string_view> m_cells; ///< as many as a record has had; of this one the first m_cellCount
    std::size_t m_cellCount = 0;
    std::deque<std::string> m_unquoted; ///< reused from record to record; elements do not move
    std::size_t m_unquotedUsed = 0;
};

} // namespace clicksieve
