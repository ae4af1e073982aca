// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/result.h"

#include <QString>

#include <cstdint>

namespace clicksieve {

class EventTable;
class JobContext;
struct SourceInfo;
class Verdicts;

enum class CleanedMode {
    Drop, ///< leaves out the rows of machine events (probability at or above one half), all else byte for byte
    Annotate ///< keeps all rows, adds clicksieve_verdict, clicksieve_probability, clicksieve_signals to each: as
             ///< columns of a table, as keys of a JSON record (as arrays where a record holds several events)
};

struct CleanedCounts {
    std::uint64_t rowsRead = 0; ///< header not counted
    std::uint64_t rowsWritten = 0;
    std::uint64_t rowsDropped = 0;
};

/// False for a source of totals: no row of it was judged. True where another source in its container can be cleaned.
[[nodiscard]] bool canBeCleaned(const EventTable &table, std::size_t source);
/// The sentence for the user where it cannot.
[[nodiscard]] QString whyNotCleaned(const SourceInfo &info);

/// The proposed name of the cleaned file: that of the source; a workbook becomes a CSV, a web form's bodies JSON.
[[nodiscard]] QString cleanedFileName(const SourceInfo &info);

/// What writeCleaned would do, without writing.
[[nodiscard]] CleanedCounts previewCleaned(const EventTable &table, const Verdicts &verdicts,
                                           std::size_t source, CleanedMode mode);

/// Writes the cleaned form of one source: a filter of the file itself, read again, so that every row that stays is
/// byte-identical, in order, with header, delimiter and encoding. Rows that were rejected on import stay; so does a
/// record with several opens and clicks that are not all machines'. A source in a container gives the container again,
/// with all of its sources of events cleaned and every other file as it was; a sheet of a workbook gives a CSV of the sheet.
/// Atomic: @p outputPath is replaced as a whole or not at all; mode 0600.
/// Errors: Usage where it cannot be cleaned; Unreadable where the source is gone or has changed since the import; Unwritable; Cancelled.
[[nodiscard]] Result<CleanedCounts> writeCleaned(const EventTable &table, const Verdicts &verdicts,
                                                 std::size_t source, CleanedMode mode,
                                                 const QString &outputPath, JobContext &context);

} // namespace clicksieve
