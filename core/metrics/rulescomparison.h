// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis.h"
#include "core/metrics/verdictchanges.h"

#include <cstdint>
#include <memory>
#include <vector>

namespace clicksieve {

/// Two rulesets on the same events, side by side: what the second makes of what the first decided. The user's overrides
/// count under both.
struct RulesComparison {
    struct Campaign {
        std::uint32_t campaign = 0; ///< CampaignIndex value
        Differences differences;
        Figures before;
        Figures after;
    };
    struct Domain {
        std::uint32_t domain = 0; ///< DomainIndex value
        Differences differences;
    };

    std::shared_ptr<const Verdicts> other; ///< of the second ruleset
    VerdictChanges total;
    std::vector<Campaign> campaigns;   ///< all, in order of their index
    std::vector<Domain> domains;       ///< those with a difference, most events first
    std::vector<std::uint32_t> events; ///< the opens and clicks that differ, in order of the table
};

/// Judges the events of @p analysis by @p rules too and compares. Takes as long as judging: run it in a job.
/// Errors: Usage where the rules name what there is not; Cancelled.
[[nodiscard]] Result<RulesComparison> compareWith(const Analysis &analysis,
                                                  std::shared_ptr<const Ruleset> rules, JobContext &context);

} // namespace clicksieve
