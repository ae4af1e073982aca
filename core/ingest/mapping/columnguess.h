// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ingest/mapping/formatdraft.h"
#include "core/ingest/mapping/recordsample.h"
#include "core/ingest/mapping/timeways.h"

#include <QString>

#include <map>
#include <vector>

namespace clicksieve {

/// What the cells of one column look like.
struct ColumnFacts {
    std::size_t records = 0; ///< that were looked at
    std::size_t filled = 0;  ///< cells of them that are not empty; the counts below are of these
    std::size_t mailAddresses = 0;
    std::size_t webAddresses = 0;
    std::size_t networkAddresses = 0;
    std::size_t userAgents = 0;
    std::size_t numbers = 0;
    std::size_t eventWords = 0;
    std::size_t yesOrNo = 0;
    std::size_t times = 0; ///< full ones or days, of the one way of writing them that fits most
    std::size_t days = 0;
    std::size_t timesOfDay = 0;
    std::size_t different = 0; ///< different cells
    QString example;           ///< the first filled cell, cut where it is long

    [[nodiscard]] double share(std::size_t count) const
    {
        return filled == 0 ? 0.0 : static_cast<double>(count) / static_cast<double>(filled);
    }
};

/// A column proposed for a meaning.
struct ColumnProposal {
    std::size_t column = 0;
    int sureness = 0; ///< 0 to 100; above 70 it is rarely wrong
    QString reason;   ///< one or two sentences
};

/// What a file's columns most likely mean.
struct MappingGuess {
    std::vector<ColumnFacts> columns; ///< as in the sample
    std::map<Field, ColumnProposal> proposals;
    QString everyRowReason; ///< where the draft says what every row is
    FormatDraft draft;      ///< made of the proposals
};

/// Proposes by content (of some hundred records) and by name. The same sample always gives the same.
[[nodiscard]] MappingGuess guessMapping(const RecordSample &sample);

/// Fills in what follows from the columns of @p draft: the ways of writing times, and the meanings of words that are
/// known. What the user has said of words stays.
void completeDraft(FormatDraft &draft, const RecordSample &sample);

/// The ways of writing times that fit the time columns of @p draft; none where it has no such column.
[[nodiscard]] TimeWays waysOf(const FormatDraft &draft, const RecordSample &sample);

} // namespace clicksieve
