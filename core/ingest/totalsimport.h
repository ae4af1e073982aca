// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/events/sourceinfo.h"
#include "core/events/totalsbuilder.h"
#include "core/ingest/source.h"

#include <unordered_set>

namespace clicksieve {

class JobContext;

/// Reads sources whose rows are totals instead of events. One import, one thread.
class TotalsImport {
public:
    /// Adds up @p source, which has format->totals, and describes it; where the context asks to stop, as far as it came.
    /// A file that is the same as another one of that name adds nothing: its rows are duplicates.
    [[nodiscard]] SourceInfo read(const Source &source, JobContext &context);

    [[nodiscard]] Totals build() { return m_builder.build(); }

private:
    void readRows(const Source &source, SourceInfo &info, JobContext &context);

    TotalsBuilder m_builder;
    std::unordered_set<std::uint64_t> m_textsRead; ///< hashes
};

} // namespace clicksieve
