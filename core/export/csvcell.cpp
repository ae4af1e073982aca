// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/csvcell.h"

namespace clicksieve {

void appendCsvCell(std::string &record, std::string_view cell, char delimiter)
{
    const bool needsQuotes = cell.find_first_of("\"\r\n") != std::string_view::npos
                             || cell.find(delimiter) != std::string_view::npos;
    if (!needsQuotes) {
        record += cell;
        return;
    }
    record += '"';
    for (const char character : cell) {
        if (character == '"')
            record += '"';
        record += character;
    }
    record += '"';
}

} // namespace clicksieve
