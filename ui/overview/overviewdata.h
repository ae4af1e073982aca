// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis.h"
#include "core/metrics/agreement.h"
#include "core/metrics/breakdown.h"

#include <optional>
#include <vector>

namespace clicksieve {

/// Everything that the overview shows, computed at once for one snapshot and filter.
struct OverviewData {
    Figures total;
    std::vector<GroupFigures> campaigns; ///< the largest by messages, largest first, at most kCampaignsShown
    std::size_t campaignsInView = 0;
    std::vector<ActorShare> actors;           ///< machines, most events first
    std::optional<VendorAgreement> agreement; ///< null where no export marks machines
    std::uint64_t messages = 0;               ///< messages in view
    std::uint64_t withoutSendTime = 0;        ///< of these, whose send time is not known
    TimeMs firstSent = kNoTime;               ///< of the messages in view
    TimeMs lastSent = kNoTime;

    static constexpr std::size_t kCampaignsShown = 12; ///< what a chart of this size can label
};

/// Looks at everything in view: run it in a job. Errors: Cancelled.
[[nodiscard]] Result<OverviewData> makeOverview(const Analysis &analysis, const Filter &filter,
                                                JobContext &context);

} // namespace clicksieve
