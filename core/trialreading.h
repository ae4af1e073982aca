// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis.h"

#include <vector>

namespace clicksieve {

/// What one source holds, found by reading it whole.
struct SourceSpan {
    TimeMs first = kNoTime; ///< earliest event; none where there is none
    TimeMs last = kNoTime;  ///< latest event
    /// Earliest open or click of a message of which nothing in the files tells when it was sent: the send time cannot
    /// have been later. None where every message is told of.
    TimeMs firstUnsent = kNoTime;
    std::size_t unsentCampaigns = 0; ///< campaigns of those messages
};

/// An import whose verdicts are not asked for yet: what the files hold and which signals can speak.
struct TrialReading {
    std::shared_ptr<const EventTable> table;
    std::vector<SourceSpan> spans;     ///< one for each source of the table
    std::vector<SignalReport> reports; ///< without figures, in the order of the ruleset
};

/// Reads the files of @p request as analyze() would, taking for granted what is open. Send times that the user gave
/// count for the reports, but not for firstUnsent. Errors: as analyze().
[[nodiscard]] Result<TrialReading> readOnTrial(const AnalysisRequest &request, JobContext &context);

} // namespace clicksieve
