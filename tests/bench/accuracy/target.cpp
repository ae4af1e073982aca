// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/accuracy/target.h"

#include <cmath>

namespace clicksieve::accuracy {

namespace {

const std::map<std::string, Scores> &variant(const Results &results, const std::string &without)
{
    static const std::map<std::string, Scores> none;
    const auto found = results.find(without);
    return found == results.end() ? none : found->second;
}

std::map<std::string, Scores> only(const std::map<std::string, Scores> &scenarios, const std::string &name)
{
    const auto found = scenarios.find(name);
    return found == scenarios.end() ? std::map<std::string, Scores>()
                                    : std::map<std::string, Scores>{{name, found->second}};
}

double recallOfProbes(const Score &score)
{
    const auto found = score.manners.find(simulator::Manner::SingleLinkProbe);
    return found == score.manners.end() ? std::nan("") : 100 * found->second.recall();
}

} // namespace

double meanOf(const std::map<std::string, Scores> &scenarios, const std::string &rule, const Reading &reading)
{
    double sum = 0;
    int count = 0;
    for (const auto &[name, scores] : scenarios) {
        const auto found = scores.find(rule);
        const double value = found == scores.end() ? std::nan("") : reading(found->second);
        if (std::isnan(value))
            continue;
        sum += value;
        ++count;
    }
    return count > 0 ? sum / count : std::nan("");
}

std::pair<double, std::string> highestOf(const std::map<std::string, Scores> &scenarios,
                                         const std::string &rule, const Reading &reading)
{
    std::pair<double, std::string> highest{std::nan(""), {}};
    for (const auto &[name, scores] : scenarios) {
        const auto found = scores.find(rule);
        const double value = found == scores.end() ? std::nan("") : reading(found->second);
        if (!std::isnan(value) && !(value <= highest.first))
            highest = {value, name};
    }
    return highest;
}

std::vector<Target> Target::of(const Results &results, const std::string &ruleset)
{
    const auto &full = variant(results, "nothing");
    const Reading error = [](const Score &score) { return score.ctorError(); };
    const Reading recall = [](const Score &score) { return 100 * score.clicks.recall(); };
    const Reading lost = [](const Score &score) { return 100 * score.clicks.lost(); };
    const Reading openRecall = [](const Score &score) { return 100 * score.opens.recall(); };
    const Reading openLost = [](const Score &score) { return 100 * score.opens.lost(); };
    return {
        {"CTOR error, mean, points", meanOf(full, ruleset, error), 0.5, true},
        {"CTOR error, worst scenario, points", highestOf(full, ruleset, error).first, 1.5, true},
        {"machine clicks found, mean, %", meanOf(full, ruleset, recall), 97, false},
        {"lone probes found in `probes`, %", meanOf(only(full, "probes"), ruleset, recallOfProbes), 85,
         false},
        {"people's clicks lost, mean, %", meanOf(full, ruleset, lost), 0.5, true},
        {"people's clicks lost, worst scenario, %", highestOf(full, ruleset, lost).first, 1.5, true},
        {"clicks marked in `no-machines`, %", meanOf(only(full, "no-machines"), ruleset, lost), 0.2, true},
        {"machine opens found, mean, %", meanOf(full, ruleset, openRecall), 93, false},
        {"people's opens lost, mean, %", meanOf(full, ruleset, openLost), 0.5, true},
        {"CTOR error without address and program, mean, points",
         meanOf(variant(results, "ip"), ruleset, error), 1.5, true},
    };
}

} // namespace clicksieve::accuracy
