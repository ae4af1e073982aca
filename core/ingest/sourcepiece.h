// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/events/eventblock.h"
#include "core/events/sourceinfo.h"
#include "core/ingest/jsonreader.h"
#include "core/ingest/resolutionfinder.h"
#include "core/ingest/tablerecords.h"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace clicksieve {

/// The records that begin in one stretch of the text.
struct SourcePiece {
    std::size_t begin = 0; ///< where its first record begins, as far as it is known
    std::size_t limit = 0; ///< records that begin here or later belong to the next piece
    std::size_t end = 0;   ///< where the record after its last one begins
    std::uint32_t rows = 0;
    JsonRecords::State json; ///< what begin stands in, in JSON
    std::uint64_t rejectedRows = 0;
    std::uint64_t emptyRows = 0;
    std::uint64_t skippedClock = 0;
    std::uint64_t repeatedClock = 0;
    std::vector<RejectedRow> rejected; ///< rows counted from 1 in the piece
    ResolutionFinder resolution;
    EventBlock block;
    bool isRead = false;
};

inline bool isCutOff(const TableRecords &records)
{
    return records.isCutOff();
}

inline bool isCutOff(const JsonReader & /*reader*/)
{
    return false;
}

/// The text that stays where it is while a piece is read from it.
inline std::string_view lastingText(const TableRecords &records)
{
    return records.window().text();
}

inline std::string_view lastingText(const JsonReader & /*reader*/)
{
    return {};
}

/// What the record at hand is asked of.
inline const CsvReader &recordOf(const TableRecords &records)
{
    return records.record();
}

inline const JsonReader &recordOf(const JsonReader &reader)
{
    return reader;
}

/// True for the first record of the next piece. The text of JSON is not cut where the piece ends, since where a broken
/// record ends is told by what follows.
inline bool beginsBehind(const JsonReader &reader, std::size_t limit)
{
    return reader.begin() >= limit;
}

inline bool beginsBehind(const TableRecords & /*records*/, std::size_t /*limit*/)
{
    return false;
}

} // namespace clicksieve
