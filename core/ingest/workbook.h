// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/result.h"

#include <QString>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace clicksieve {

class JobContext;

/// One sheet of a workbook as delimited text for CsvReader: comma, quotes as in RFC 4180, LF, UTF-8, no
/// byte-order mark.
struct Sheet {
    QString name;
    /// The first record is the first row with content; every other is filled up to its number of cells, and
    /// longer where its row is. Rows without content are no records, as empty lines are none in a text.
    std::string text;
    std::uint64_t rows = 0; ///< records in the text, the first not counted
};

/// Whether @p bytes are an Office Open XML workbook (.xlsx, .xlsm and the like), also a damaged one. Any
/// thread. Workbooks in the older binary formats (.xls) and those with a password are none, but
/// readWorkbook() says what they are.
[[nodiscard]] bool isWorkbook(std::string_view bytes);

/// Reads the sheets that have content, in the workbook's order with the hidden ones last. Nothing is written
/// to disk. Cells become text as follows:
/// - texts as they are, also digits kept as text; TRUE and FALSE; errors such as #N/A; results of formulas;
/// - numbers to the last digit: whole ones up to 2^53 without exponent, others with as few digits as give the
///   same number;
/// - numbers shown as dates: yyyy-MM-ddTHH:mm:ss[.zzz] by the workbook's own date system, rounded to the
///   millisecond; below 1 and shown as a time of day or a duration: HH:mm:ss[.zzz].
/// The error says in a sentence about @p shownName what is damaged, protected or too large. @p bytes are read
/// during the call only. Stops soon after context.requestStop(), with Error::Kind::Cancelled. Any thread.
[[nodiscard]] Result<std::vector<Sheet>> readWorkbook(const QString &shownName, std::string_view bytes,
                                                      JobContext &context);

} // namespace clicksieve
