// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/export/cleanedexport.h"

#include <array>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace clicksieve {

class SourceText;
struct SourceInfo;

/// What a source is filtered by, and where the result goes. One run, one thread.
struct Cleaner {
    const EventTable &table;
    const Verdicts &verdicts;
    std::size_t source;
    CleanedMode mode;
    const SourceText &text;
    std::function<void(std::string_view)> write;
    CleanedCounts counts = {};

    [[nodiscard]] const SourceInfo &info() const;
};

/// Rows between two looks at the stop flag.
inline constexpr std::uint64_t kRowsBetweenStops = 4'096;

/// Filters a table. Error: the text is not what was imported, or Cancelled.
[[nodiscard]] std::optional<Error> cleanTable(Cleaner &cleaner, JobContext &context);
/// Filters the records of a JSON text; commas between records that stay are kept, those of others go with them.
[[nodiscard]] std::optional<Error> cleanJson(Cleaner &cleaner, JobContext &context);

/// True where the file is as it was imported, by size and time: rows are found again by their number.
[[nodiscard]] bool isAsRead(const SourceInfo &info);
/// "The file has changed since it was opened …"
[[nodiscard]] Error changedSince(const SourceInfo &info);
/// Verdict, probability and signals of an open or click, as they are written into an export.
[[nodiscard]] std::array<std::string, 3> addedCells(const Verdicts &verdicts, std::size_t event);

inline constexpr std::array kAddedNames = {"clicksieve_verdict", "clicksieve_probability",
                                           "clicksieve_signals"};

} // namespace clicksieve
