// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

namespace clicksieve {

class EventBuilder;
class JobContext;
struct Source;

/// How reading a source ended.
enum class SourceOutcome {
    Read, ///< whole, or as far as a requested stop let it
    /// It was begun before all of it was known, and does not go on as it begins: unchecked text (see
    /// SourceText::isChecked()) is no UTF-8, or what is still packed (Source::rest) can only be read whole.
    NeedsWhole,
    Unreadable ///< the file became shorter, or the disk failed, meanwhile
};

/// Reads the events of one recognised source in pieces, in parallel, and hands them to @p builder. Where the outcome is
/// not Read, the builder is of no more use: its dictionaries hold texts that are none.
[[nodiscard]] SourceOutcome importSource(const Source &source, EventBuilder &builder, JobContext &context);

/// Bytes of a piece; 0 for the usual.
void setSourcePieceForTests(std::size_t bytes);

} // namespace clicksieve
