// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ingest/csvreader.h"
#include "core/ingest/textwindow.h"

namespace clicksieve {

/// Reads the records of a table that begin in a window, as if all of the text were at hand: one that goes on behind the
/// window is read from the whole text; where that is not to be had, reading ends before it. Places are those in the whole
/// text. The window must live, and stay where it is, as long as this.
class TableRecords {
public:
    /// @param begin where a record begins, in the window or behind it
    TableRecords(const TextWindow &window, char delimiter, std::size_t begin);

    /// Moves to the next record. False at the end of the text, and where isCutOff().
    bool next();
    /// True where the next record is not to be had: see TextWindow::hasWhole().
    [[nodiscard]] bool isCutOff() const { return m_isCutOff; }

    /// Has the cells and the fault of the record at hand. Its places are not those in the text.
    [[nodiscard]] const CsvReader &record() const { return m_isInWindow ? m_inWindow : m_inWhole; }
    [[nodiscard]] const TextWindow &window() const { return m_window; }
    /// Where the next record begins: past the line end and the empty lines that may follow.
    [[nodiscard]] std::size_t end() const { return m_end; }

private:
    [[nodiscard]] bool nextInWindow();
    [[nodiscard]] bool nextInWhole();

    const TextWindow &m_window;
    CsvReader m_inWindow;
    CsvReader m_inWhole;
    bool m_isInWindow = true;
    bool m_isCutOff = false;
    std::size_t m_end;
};

} // namespace clicksieve
