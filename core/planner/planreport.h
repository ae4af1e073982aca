// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/planner/batchadvice.h"
#include "core/planner/loadprofile.h"

#include <QString>

#include <optional>
#include <vector>

namespace clicksieve {

/// What is asked about a send that is still to come.
struct PlanQuestion {
    SendPlan plan; ///< as it is meant now
    LoadAssumptions assumptions;
    ServerLimits limits;
    std::optional<MeasuredLoad> measured; ///< of an earlier send; nullopt: only the assumptions

    [[nodiscard]] LoadProfile profile() const
    {
        return measured ? measured->profile : assumedLoad(assumptions);
    }
};

/// The same send, all at once, with one thing changed.
struct WhatIf {
    enum class Change : std::uint8_t {
        CachedPages, ///< a cache answers kCachedShare of the requests, since it no longer tells recipients' parameters apart
        HalfTheLinks,
        StaticPage ///< the server bears kStaticFactor times as much
    };

    static constexpr double kCachedShare = 0.95;  ///< own choice: what is left are first requests
    static constexpr double kStaticFactor = 20.0; ///< own choice: a page that no program has to make

    Change change = Change::CachedPages;
    LoadForecast forecast;
    bool fits = false;
};

/// The answer. All but planned and atOnce needs a known capacity and is empty without.
struct PlanReport {
    LoadForecast planned; ///< of the plan as it is meant
    LoadForecast atOnce;  ///< of one batch
    std::optional<bool> plannedFits;
    std::vector<BatchAdvice> advice; ///< for each of kIntervals
    std::optional<double>
        slowEnough; ///< messages a second; nullopt also where the curves hold the time of delivery
    std::vector<WhatIf> whatIfs;

    /// Seconds between batches that e-mail services offer, or that can be kept by hand.
    static constexpr std::array kIntervals = {60.0, 300.0, 600.0, 900.0, 1'800.0, 3'600.0};
};

/// Takes up to some seconds: run it in a job.
[[nodiscard]] PlanReport planReport(const PlanQuestion &question);

/// "cached-pages", …, for files.
[[nodiscard]] std::string_view wordFor(WhatIf::Change change);

} // namespace clicksieve
