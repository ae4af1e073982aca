// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/accuracy/score.h"

#include "core/detect/ruleset.h"
#include "core/jobs/result.h"

#include <QString>
#include <QStringList>

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace clicksieve::accuracy {

/// What the program was asked to run. Even seeds are for tuning, odd ones are held out.
struct Plan {
    enum class Seeds { Tuning, HeldOut, All };

    Seeds seeds = Seeds::HeldOut;
    std::uint64_t first = 0;  ///< seeds of their kind that are left out before
    std::uint64_t count = 10; ///< seeds of each scenario
    std::vector<std::string> scenarios;
    std::vector<std::string> without; ///< "nothing", "ip", "seconds", "delivery"
    std::vector<std::shared_ptr<const Ruleset>> rulesets;
    QString jsonFile; ///< empty without one
    QString plotFile; ///< SVG; empty without one

    /// Errors: Usage, with a sentence.
    static Result<Plan> parse(const QStringList &arguments);
    static const char *usage();

    std::uint64_t seed(std::uint64_t number) const;
    std::string seedWord() const;
};

/// By rule, ours first.
using Scores = std::map<std::string, Score>;

/// Scores by what was left out and by scenario.
using Results = std::map<std::string, std::map<std::string, Scores>>;

Results run(const Plan &plan);

} // namespace clicksieve::accuracy
