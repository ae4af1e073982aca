// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ingest/exportformat.h"
#include "core/ingest/membertext.h"
#include "core/jobs/result.h"

#include <QString>

#include <span>
#include <string>
#include <vector>

namespace clicksieve {

class FormatCatalogue;
class JobContext;

/// The first records of a text that no format is known for: what a mapping is proposed from. Immutable once read.
struct RecordSample {
    /// Records that are looked at, at most.
    static constexpr std::size_t kMostRecords = 2'000;

    struct Column {
        std::string name; ///< as a format names it: folded in a table, a path of keys in JSON
        QString title;    ///< as it stands in the file
    };

    Member member; ///< keeps the content alive
    MemberText text;
    Shape shape = Shape::Table;
    char delimiter = ','; ///< of a table
    std::vector<std::string>
        recordKeys;              ///< JSON: keys of arrays that hold records and that no known format has
    std::string each;            ///< JSON: see ExportFormat
    std::vector<Column> columns; ///< without those that have no name or that of one before them
    std::vector<std::vector<std::string>> rows; ///< trimmed cells in the order of the columns
    bool isWhole = false;                       ///< there are no more records

    [[nodiscard]] std::optional<std::size_t> columnNamed(const std::string &name) const;
    /// The filled cells of a column, from the first record on.
    [[nodiscard]] std::vector<std::string_view> cellsOf(std::size_t column) const;

    /// Takes a text of @p member apart. @p formats: whose record keys are known. Errors: Unrecognised where there is
    /// no record in it, or no second column.
    [[nodiscard]] static Result<RecordSample> of(const Member &member, const MemberText &text,
                                                 const FormatCatalogue &formats);
};

} // namespace clicksieve
