// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/tablerecords.h"

#include <algorithm>

namespace clicksieve {

namespace {

std::size_t afterEmptyLines(std::string_view text, std::size_t place)
{
    while (place < text.size() && (text[place] == '\n' || text[place] == '\r'))
        ++place;
    return place;
}

} // namespace

TableRecords::TableRecords(const TextWindow &window, char delimiter, std::size_t begin)
    : m_window(window)
    , m_inWindow(window.text(), delimiter)
    , m_inWhole(window.hasWhole() ? window.whole() : std::string_view(), delimiter)
    , m_end(begin)
{
    m_inWindow.moveTo(begin - window.begin());
}

bool TableRecords::next()
{
    m_isInWindow = nextInWindow();
    return m_isInWindow || nextInWhole();
}

/// False where the window does not tell: the record, or what decides how to read it, may go on behind it.
bool TableRecords::nextInWindow()
{
    const std::string_view text = m_window.text();
    if (m_end >= m_window.end() || !m_inWindow.next())
        return false;
    const std::size_t end = afterEmptyLines(text, m_inWindow.end());
    if (!m_window.isAtEnd() && (end == text.size() || m_inWindow.fault() == CsvReader::Fault::OpenQuote))
        return false;
    m_end = m_window.begin() + end;
    return true;
}

bool TableRecords::nextInWhole()
{
    m_isCutOff = !m_window.isAtEnd() && !m_window.hasWhole();
    m_inWhole.moveTo(m_end);
    if (m_window.isAtEnd() || m_isCutOff || !m_inWhole.next())
        return false;
    m_end = afterEmptyLines(m_window.whole(), m_inWhole.end());
    m_inWindow.moveTo(std::min(m_end, m_window.end()) - m_window.begin());
    return true;
}

} // namespace clicksieve
