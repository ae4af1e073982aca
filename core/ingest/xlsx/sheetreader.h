// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ingest/workbook.h"
#include "core/ingest/xlsx/cellstyles.h"
#include "core/ingest/xlsx/serialtime.h"
#include "core/ingest/xlsx/sharedstrings.h"

#include <QXmlStreamAttributes>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace clicksieve {

class PartXml;

/// What the cells of all sheets of a workbook refer to.
struct WorkbookFacts {
    SharedStrings strings;
    CellStyles styles;
    DateSystem dates = DateSystem::From1900;
};

/// Turns the XML of one sheet into text, row by row: neither the XML nor the cells of more than one row are
/// held.
class SheetReader {
public:
    static constexpr std::uint32_t kMostRows = 1'048'576;
    static constexpr std::uint32_t kMostColumns = 16'384;

    /// Text goes to @p sheet, at most @p mostText bytes. All live longer than the reader.
    SheetReader(PartXml &xml, const WorkbookFacts &facts, Sheet &sheet, std::uint64_t mostText)
        : m_xml(xml)
        , m_facts(facts)
        , m_sheet(sheet)
        , m_mostText(mostText)
    {
    }

    /// Faults stay in the XML.
    void read();

private:
    enum class CellType { Number, Shared, Boolean, Formula, AsItIs };
    /// A cell's row and column, from 0.
    struct Place {
        std::uint32_t row = 0;
        std::uint32_t column = 0;
    };

    void readRow();
    bool findRow();
    void readCell();
    bool findCell(QStringView reference);
    void readValue();
    [[nodiscard]] static CellType typeOf(QStringView name);
    void fill(std::string &cell, CellType type, std::size_t style);
    void fillShared(std::string &cell);
    void fillNumber(std::string &cell, std::size_t style);
    void writeRow();
    void failOutside(QStringView reference);
    void failReference(QStringView reference);

    PartXml &m_xml;
    const WorkbookFacts &m_facts;
    Sheet &m_sheet;
    std::uint64_t m_mostText;

    Place m_next;                     ///< where the next row and cell stand, unless they say where
    Place m_here;                     ///< of the cell being read
    std::vector<std::string> m_cells; ///< of the row being read; kept from row to row for their memory
    std::size_t m_used = 0;           ///< cells of the row, to its last one with content
    std::size_t m_headerWidth = 0;    ///< cells of the first record; 0 before it
    QString m_value;                  ///< of the cell, kept for its memory
    std::string m_number;
};

} // namespace clicksieve
