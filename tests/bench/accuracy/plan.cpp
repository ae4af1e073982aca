// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/accuracy/plan.h"

#include "bench/accuracy/peerrule.h"
#include "core/detect/detector.h"
#include "core/jobs/jobcontext.h"
#include "core/jobs/parallel.h"
#include "core/metrics/breakdown.h"
#include "simulator/campaignsimulator.h"
#include "simulator/scenario.h"
#include "support/simulatedtable.h"

namespace clicksieve::accuracy {

namespace {

using simulator::Scenario;

std::optional<Plan::Seeds> seedsOf(const QString &word)
{
    if (word == QLatin1String("tuning"))
        return Plan::Seeds::Tuning;
    if (word == QLatin1String("held-out"))
        return Plan::Seeds::HeldOut;
    if (word == QLatin1String("all"))
        return Plan::Seeds::All;
    return std::nullopt;
}

bool take(Plan &plan, const QString &option, const QString &value)
{
    if (option == QLatin1String("--seeds")) {
        const auto seeds = seedsOf(value);
        plan.seeds = seeds.value_or(plan.seeds);
        return seeds.has_value();
    }
    if (option == QLatin1String("--count")) {
        plan.count = value.toULongLong();
        return plan.count > 0 && plan.count <= 100'000;
    }
    if (option == QLatin1String("--first")) {
        bool isNumber = false;
        plan.first = value.toULongLong(&isNumber);
        return isNumber && plan.first <= 1'000'000;
    }
    if (option == QLatin1String("--scenario")) {
        plan.scenarios.push_back(value.toStdString());
        return Scenario::find(plan.scenarios.back()) != nullptr;
    }
    if (option == QLatin1String("--without")) {
        plan.without.push_back(value.toStdString());
        simulator::ExportShape shape;
        return plan.without.back() == "nothing" || shape.leaveOut(plan.without.back());
    }
    if (option == QLatin1String("--plot")) {
        plan.plotFile = value;
        return !value.isEmpty();
    }
    if (option == QLatin1String("--json")) {
        plan.jsonFile = value;
        return !value.isEmpty();
    }
    return false;
}

void fillUp(Plan &plan)
{
    if (plan.scenarios.empty()) {
        for (const Scenario &scenario : Scenario::all())
            plan.scenarios.emplace_back(scenario.name);
    }
    if (plan.without.empty())
        plan.without = {"nothing", "ip", "seconds", "delivery"};
    if (plan.rulesets.empty())
        plan.rulesets.push_back(loadRuleset(QStringLiteral("balanced")).value());
}

/// Everything that is run on one campaign.
Scores judge(const Campaign &campaign, bool hasHiddenLink, const Plan &plan)
{
    Scores scores;
    JobContext context(1);
    const auto table = tests::tableOf(campaign.events, campaign.shape);
    for (const auto &ruleset : plan.rulesets) {
        const auto verdicts = detect(*table, ruleset, context).value();
        Marks marks(campaign.events.size(), false);
        for (std::size_t event = 0; event < marks.size(); ++event)
            marks[event] = verdicts->isMachine(event);
        const Figures figures = totalFigures(*table, *verdicts, {}, context);
        scores[ruleset->name.toStdString()] =
            Score::of(campaign, marks, figures.ctor(figures.adjusted).value().value_or(0),
                      verdicts->content().probability);
    }
    for (const PeerRule &rule : PeerRule::all()) {
        if (rule.needsHiddenLink && !hasHiddenLink)
            continue;
        const Marks marks = rule.mark(campaign);
        scores[std::string(rule.name)] = Score::of(campaign, marks, ctorOf(campaign, marks));
    }
    return scores;
}

struct Task {
    std::string scenario;
    std::uint64_t seed = 0;
};

} // namespace

Result<Plan> Plan::parse(const QStringList &arguments)
{
    Plan plan;
    for (qsizetype index = 0; index < arguments.size(); index += 2) {
        const QString option = arguments[index];
        const QString value = arguments.value(index + 1);
        if (option == QLatin1String("--ruleset")) {
            const auto ruleset = loadRuleset(value);
            if (!ruleset)
                return ruleset.error();
            plan.rulesets.push_back(ruleset.value());
        } else if (!take(plan, option, value)) {
            return Error{Error::Kind::Usage,
                         QStringLiteral("\"%1 %2\" is not understood.").arg(option, value)};
        }
    }
    fillUp(plan);
    return plan;
}

const char *Plan::usage()
{
    return "usage: clicksieve-bench-accuracy [--seeds held-out|tuning|all] [--first N] [--count N]\n"
           "                                 [--scenario NAME]... [--without "
           "nothing|ip|seconds|delivery]...\n"
           "                                 [--ruleset NAME|FILE]... [--json FILE] [--plot FILE]\n";
}

std::uint64_t Plan::seed(std::uint64_t number) const
{
    number += first;
    switch (seeds) {
    case Seeds::Tuning:
        return 2 * number + 2;
    case Seeds::HeldOut:
        return 2 * number + 1;
    case Seeds::All:
        break;
    }
    return number + 1;
}

std::string Plan::seedWord() const
{
    return seeds == Seeds::Tuning ? "tuning" : seeds == Seeds::HeldOut ? "held-out" : "all";
}

Results run(const Plan &plan)
{
    std::vector<Task> tasks;
    for (const std::string &scenario : plan.scenarios) {
        for (std::uint64_t number = 0; number < plan.count; ++number)
            tasks.push_back({scenario, plan.seed(number)});
    }
    std::vector<std::vector<Scores>> found(tasks.size());
    JobContext context;
    parallelFor(context, tasks.size(), [&](std::size_t number, std::size_t) {
        const Scenario::Draw drawn = Scenario::find(tasks[number].scenario)->draw(tasks[number].seed);
        const auto events = simulator::CampaignSimulator(drawn.options).run();
        for (const std::string &without : plan.without) {
            simulator::ExportShape shape = drawn.shape;
            shape.leaveOut(without);
            found[number].push_back(
                judge(Campaign(shape.apply(events), shape), drawn.options.hiddenLink, plan));
        }
    });
    Results results;
    for (std::size_t number = 0; number < tasks.size(); ++number) {
        for (std::size_t variant = 0; variant < plan.without.size(); ++variant) {
            for (const auto &[rule, score] : found[number][variant])
                results[plan.without[variant]][tasks[number].scenario][rule].add(score);
        }
    }
    return results;
}

} // namespace clicksieve::accuracy
