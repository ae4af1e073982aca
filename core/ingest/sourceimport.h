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
    Read,      ///< whole, or as far as a requested stop let it
    NotUtf8,   ///< its text is unchecked (see SourceText::isChecked()) and was found to be no UTF-8
    Unreadable ///< the file became shorter, or the disk failed, meanwhile
};

/// Reads the events of one recognised source in pieces, in parallel, and hands them to @p builder. Where the outcome is
/// not Read, the builder is of no more use: its dictionaries hold texts that are none.
[[nodiscard]] SourceOutcome importSource(const Source &source, EventBuilder &builder, JobContext &context);

/// Bytes of a piece; 0 for the usual.
void setSourcePieceForTests(std::size_t bytes);

} // namespace clicksieve
