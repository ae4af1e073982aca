// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/xlsx/sheetreader.h"

#include "core/ingest/xlsx/celltext.h"
#include "core/ingest/xlsx/partxml.h"

#include <algorithm>
#include <charconv>

namespace clicksieve {

namespace {

/// Reads the letters of XFD1048576 as a column from 1, and moves @p place past them; 0 where there are none
/// or more than a sheet can have.
std::uint32_t readColumn(QStringView reference, qsizetype &place)
{
    std::uint32_t column = 0;
    for (; place < reference.size(); ++place) {
        const char16_t letter = reference[place].toUpper().unicode();
        if (letter < u'A' || letter > u'Z')
            break;
        column = place < 3 ? column * 26 + (letter - u'A' + 1U) : 0;
    }
    return column;
}

} // namespace

void SheetReader::read()
{
    if (!m_xml.enter())
        return;
    while (m_xml.enter()) {
        if (m_xml.name() != QLatin1String("sheetData")) {
            m_xml.skip();
            continue;
        }
        while (m_xml.enter()) {
            if (m_xml.name() == QLatin1String("row"))
                readRow();
            else
                m_xml.skip();
        }
    }
}

void SheetReader::readRow()
{
    if (!findRow())
        return;
    while (m_xml.enter()) {
        if (m_xml.name() == QLatin1String("c"))
            readCell();
        else
            m_xml.skip();
    }
    writeRow();
}

/// The row's number where it has one, else the one after the row before. Rows do not go back: two with one
/// number would be two records of one row.
bool SheetReader::findRow()
{
    const QXmlStreamAttributes attributes = m_xml.attributes();
    const QStringView number = attributes.value(QLatin1String("r"));
    std::uint32_t row = m_next.row + 1;
    if (!number.isEmpty()) {
        bool isNumber = false;
        row = number.toUInt(&isNumber);
        if (!isNumber || row == 0) {
            failReference(number);
            return false;
        }
    }
    if (row > kMostRows) {
        failOutside(number.isEmpty() ? QStringView(u"behind the last row") : number);
        return false;
    }
    if (row <= m_next.row) {
        m_xml.fail(QStringLiteral("has row %1 behind row %2").arg(row).arg(m_next.row));
        return false;
    }
    m_here.row = row - 1;
    m_next = {row, 0};
    return true;
}

void SheetReader::readCell()
{
    CellType type = CellType::Number;
    std::size_t style = 0;
    { // nothing of the attributes is kept beyond the next step
        QStringView reference;
        const QXmlStreamAttributes attributes = m_xml.attributes();
        for (const QXmlStreamAttribute &attribute : attributes) {
            if (attribute.name() == QLatin1String("r"))
                reference = attribute.value();
            else if (attribute.name() == QLatin1String("t"))
                type = typeOf(attribute.value());
            else if (attribute.name() == QLatin1String("s"))
                style = attribute.value().toUInt();
        }
        if (!findCell(reference))
            return;
    }
    readValue();
    if (m_value.isEmpty())
        return;
    if (m_here.column >= m_cells.size())
        m_cells.resize(m_here.column + 1);
    std::string &cell = m_cells[m_here.column];
    if (!cell.empty())
        return m_xml.fail(QStringLiteral("has two cells at column %1 of row %2")
                              .arg(m_here.column + 1)
                              .arg(m_here.row + 1));
    fill(cell, type, style);
    if (!cell.empty())
        m_used = std::max<std::size_t>(m_used, m_here.column + 1);
}

/// As findRow(). Only the column is taken from the reference; the row is known.
bool SheetReader::findCell(QStringView reference)
{
    std::uint32_t column = m_next.column + 1;
    if (!reference.isEmpty()) {
        qsizetype place = 0;
        column = readColumn(reference, place);
        bool isNumber = false;
        const std::uint32_t row = reference.mid(place).toUInt(&isNumber);
        if (place == 0 || !isNumber || row == 0) {
            failReference(reference);
            return false;
        }
        if (column == 0 || row > kMostRows)
            column = kMostColumns + 1;
    }
    if (column > kMostColumns) {
        failOutside(reference.isEmpty() ? QStringView(u"behind the last column") : reference);
        return false;
    }
    m_here.column = column - 1;
    m_next.column = column;
    return true;
}

void SheetReader::readValue()
{
    m_value.resize(0);
    while (m_xml.enter()) {
        if (m_xml.name() == QLatin1String("v"))
            m_xml.appendText(m_value);
        else if (m_xml.name() == QLatin1String("is"))
            appendRichText(m_xml, m_value);
        else
            m_xml.skip();
    }
}

/// Source: ECMA-376 Part 1, 18.18.11 ST_CellType. Inline strings, errors and ISO dates are as they are.
SheetReader::CellType SheetReader::typeOf(QStringView name)
{
    if (name == QLatin1String("s"))
        return CellType::Shared;
    if (name == QLatin1String("n"))
        return CellType::Number;
    if (name == QLatin1String("b"))
        return CellType::Boolean;
    return name == QLatin1String("str") ? CellType::Formula : CellType::AsItIs;
}

void SheetReader::fill(std::string &cell, CellType type, std::size_t style)
{
    switch (type) {
    case CellType::Number:
        return fillNumber(cell, style);
    case CellType::Shared:
        return fillShared(cell);
    case CellType::Boolean:
        if (m_value == QLatin1String("1") || m_value == QLatin1String("true"))
            m_value = QStringLiteral("TRUE");
        else if (m_value == QLatin1String("0") || m_value == QLatin1String("false"))
            m_value = QStringLiteral("FALSE");
        break;
    case CellType::Formula:
        decodeEscapes(m_value);
        break;
    case CellType::AsItIs:
        break;
    }
    appendUtf8(cell, m_value);
}

void SheetReader::fillShared(std::string &cell)
{
    bool isNumber = false;
    const std::size_t number = QStringView(m_value).trimmed().toULong(&isNumber);
    if (isNumber && number < m_facts.strings.size())
        cell = m_facts.strings.at(number);
    else
        m_xml.fail(QStringLiteral("names the text number %1 in row %2, but the workbook has %3 texts")
                       .arg(m_value.left(20))
                       .arg(m_here.row + 1)
                       .arg(m_facts.strings.size()));
}

void SheetReader::fillNumber(std::string &cell, std::size_t style)
{
    m_number.clear();
    appendUtf8(m_number, QStringView(m_value).trimmed());
    const NumberKind kind = m_facts.styles.kind(style);
    if (kind != NumberKind::Plain) {
        double serial = 0;
        const char *last = m_number.data() + m_number.size();
        const auto [end, fault] = std::from_chars(m_number.data(), last, serial);
        if (fault == std::errc() && end == last && appendSerialTime(cell, serial, kind, m_facts.dates))
            return;
    }
    appendNumber(cell, m_number);
}

void SheetReader::writeRow()
{
    if (m_used > 0) {
        if (m_headerWidth == 0)
            m_headerWidth = m_used;
        else
            ++m_sheet.rows;
        m_cells.resize(std::max(m_cells.size(), m_headerWidth));
        const std::size_t width = std::max(m_used, m_headerWidth);
        for (std::size_t column = 0; column < width; ++column) {
            if (column > 0)
                m_sheet.text += ',';
            appendCell(m_sheet.text, m_cells[column]);
        }
        m_sheet.text += '\n';
        for (std::size_t column = 0; column < m_used; ++column)
            m_cells[column].clear();
        m_used = 0;
    }
    if (m_sheet.text.size() > m_mostText)
        m_xml.fail(m_xml.place().refused(QStringLiteral("holds more than 2 GB of text")));
}

void SheetReader::failOutside(QStringView reference)
{
    m_xml.fail(
        QStringLiteral("names a row or cell outside of a sheet (%1; a sheet has %L2 rows and %L3 columns)")
            .arg(reference.left(30).toString())
            .arg(kMostRows)
            .arg(kMostColumns));
}

void SheetReader::failReference(QStringView reference)
{
    m_xml.fail(QStringLiteral("names a row or cell that cannot be understood (%1)")
                   .arg(reference.left(30).toString()));
}

} // namespace clicksieve
