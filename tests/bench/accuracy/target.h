// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/accuracy/plan.h"

#include <functional>
#include <string>
#include <utility>
#include <vector>

namespace clicksieve::accuracy {

/// What is read off one score; NaN where there is nothing to say.
using Reading = std::function<double(const Score &)>;

/// Mean over the scenarios of one rule, each with the same weight; NaN without any.
double meanOf(const std::map<std::string, Scores> &scenarios, const std::string &rule,
              const Reading &reading);

/// The highest of the scenarios, and which one it is; NaN without any.
std::pair<double, std::string> highestOf(const std::map<std::string, Scores> &scenarios,
                                         const std::string &rule, const Reading &reading);

/// One promise about a ruleset of ours, and what was measured.
struct Target {
    std::string what;
    double measured = 0; ///< NaN where it was not run
    double limit = 0;
    bool isAtMost = true; ///< else at least

    bool isMet() const { return isAtMost ? measured <= limit : measured >= limit; }

    /// In the order of the report.
    static std::vector<Target> of(const Results &results, const std::string &ruleset);
};

} // namespace clicksieve::accuracy
