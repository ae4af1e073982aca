// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ingest/csvreader.h"
#include "core/ingest/workbook.h"
#include "core/jobs/jobcontext.h"
#include "fuzz/target.h"

#include <QUtf8StringView>

namespace clicksieve::fuzz {

/// The text of a sheet holds the records that it says, all of them whole and none shorter than the first.
inline void requireSensibleSheet(const Sheet &sheet)
{
    require(QUtf8StringView(sheet.text.data(), static_cast<qsizetype>(sheet.text.size())).isValidUtf8(),
            "the text of a sheet is UTF-8");
    CsvReader reader(sheet.text, ',');
    std::size_t columns = 0;
    std::uint64_t records = 0;
    while (reader.next()) {
        if (reader.fault() == CsvReader::Fault::TooLong)
            return; // an Excel row may be wider than any export's
        require(reader.fault() == CsvReader::Fault::None, "quotes of a sheet are closed");
        if (records++ == 0)
            columns = reader.cells().size();
        require(reader.cells().size() >= columns, "rows are filled up");
    }
    require(records == sheet.rows + 1, "rows of a sheet are counted");
}

inline void requireSensibleWorkbook(std::string_view bytes)
{
    JobContext context(1);
    const auto sheets = readWorkbook(QStringLiteral("export.xlsx"), bytes, context);
    if (!sheets) {
        require(!sheets.error().message.isEmpty(), "an error has a sentence");
        return;
    }
    require(!sheets.value().empty(), "a workbook that reads has a sheet");
    for (const Sheet &sheet : sheets.value())
        requireSensibleSheet(sheet);
}

} // namespace clicksieve::fuzz
