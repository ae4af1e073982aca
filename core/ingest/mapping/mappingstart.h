// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ingest/mapping/columnguess.h"

#include <memory>
#include <vector>

namespace clicksieve {

/// What a mapping begins with: the texts of a file, one of them taken apart, and what its columns most likely mean.
struct MappingStart {
    std::vector<MemberText> texts; ///< the sheets of a workbook; else one
    std::size_t chosen = 0;        ///< in texts
    std::shared_ptr<const RecordSample> sample;
    MappingGuess guess;
};

/// Reads @p member and takes the text in which the most can be proposed; the first of equals. Errors: Unreadable,
/// Unrecognised (no text, or none with columns and rows), Cancelled. Any thread.
[[nodiscard]] Result<MappingStart> startMapping(const Member &member, const FormatCatalogue &formats,
                                                JobContext &context);
/// The same with text number @p chosen of those that are read already.
[[nodiscard]] Result<MappingStart> startMapping(const Member &member, std::vector<MemberText> texts,
                                                std::size_t chosen, const FormatCatalogue &formats);

} // namespace clicksieve
