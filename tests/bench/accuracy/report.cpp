// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/accuracy/report.h"

#include "bench/accuracy/peerrule.h"
#include "bench/accuracy/target.h"

#include <QJsonArray>

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace clicksieve::accuracy {

namespace {

using Row = std::vector<std::string>;

std::string number(double value, int digits)
{
    if (std::isnan(value))
        return "–";
    char text[64];
    std::snprintf(text, sizeof text, "%.*f", digits, value);
    return text;
}

std::string percent(double share, int digits = 1)
{
    return number(100 * share, digits);
}

std::string line(const Row &cells)
{
    std::string text = "|";
    for (const std::string &cell : cells)
        text.append(" ").append(cell).append(" |");
    return text + "\n";
}

std::string table(const Row &head, const std::vector<Row> &rows)
{
    std::string text = line(head) + "|---|";
    for (std::size_t column = 1; column < head.size(); ++column)
        text += "--:|";
    text += "\n";
    for (const Row &row : rows)
        text += line(row);
    return text + "\n";
}

std::vector<std::string> rulesOf(const Plan &plan)
{
    std::vector<std::string> rules;
    for (const auto &ruleset : plan.rulesets)
        rules.push_back(ruleset->name.toStdString());
    for (const PeerRule &rule : PeerRule::all())
        rules.emplace_back(rule.name);
    return rules;
}

std::string wordsFor(const std::string &without)
{
    return without == "ip"         ? "without address and program"
           : without == "seconds"  ? "times by the minute"
           : without == "delivery" ? "without delivery events"
                                   : "all columns";
}

const std::string &fullest(const Plan &plan)
{
    return plan.without.front();
}

Row figuresOf(const Score &score)
{
    return {percent(score.clicks.precision()), percent(score.clicks.recall()),
            percent(score.clicks.lost(), 2),   percent(score.opens.precision()),
            percent(score.opens.recall()),     percent(score.opens.lost(), 2),
            number(score.ctorError(), 2),      number(score.worstCtorErrorInPoints(), 2)};
}

std::string scenarioTable(const Plan &plan, const std::map<std::string, Scores> &scenarios,
                          const std::string &ruleset)
{
    std::vector<Row> rows;
    for (const std::string &name : plan.scenarios) {
        Row row{name};
        const Row figures = figuresOf(scenarios.at(name).at(ruleset));
        row.insert(row.end(), figures.begin(), figures.end());
        rows.push_back(row);
    }
    return table({"scenario", "clicks: precision", "recall", "people's lost", "opens: precision", "recall",
                  "people's lost", "CTOR error", "worst campaign"},
                 rows);
}

std::string errorTable(const Plan &plan, const std::map<std::string, Scores> &scenarios)
{
    const std::vector<std::string> rules = rulesOf(plan);
    Row head{"scenario"};
    head.insert(head.end(), rules.begin(), rules.end());
    std::vector<Row> rows;
    for (const std::string &name : plan.scenarios) {
        Row row{name};
        for (const std::string &rule : rules) {
            const auto found = scenarios.at(name).find(rule);
            row.push_back(found == scenarios.at(name).end() ? "–" : number(found->second.ctorError(), 2));
        }
        rows.push_back(row);
    }
    return table(head, rows);
}

std::string ruleTable(const Plan &plan, const std::map<std::string, Scores> &scenarios)
{
    std::vector<Row> rows;
    for (const std::string &rule : rulesOf(plan)) {
        const auto mean = [&](const Reading &reading, int digits) {
            return number(meanOf(scenarios, rule, reading), digits);
        };
        rows.push_back(
            {rule, mean([](const Score &score) { return 100 * score.clicks.precision(); }, 1),
             mean([](const Score &score) { return 100 * score.clicks.recall(); }, 1),
             mean([](const Score &score) { return 100 * score.clicks.lost(); }, 2),
             mean([](const Score &score) { return 100 * score.opens.precision(); }, 1),
             mean([](const Score &score) { return 100 * score.opens.recall(); }, 1),
             mean([](const Score &score) { return 100 * score.opens.lost(); }, 2),
             mean([](const Score &score) { return score.ctorError(); }, 2),
             number(highestOf(scenarios, rule, [](const Score &score) { return score.ctorError(); }).first,
                    2)});
    }
    return table({"rule", "clicks: precision", "recall", "people's lost", "opens: precision", "recall",
                  "people's lost", "CTOR error", "worst scenario"},
                 rows);
}

Score sumOf(const std::map<std::string, Scores> &scenarios, const std::string &rule)
{
    Score sum;
    for (const auto &[name, scores] : scenarios)
        sum.add(scores.at(rule));
    return sum;
}

std::string calibrationTable(const Score &sum)
{
    std::vector<Row> rows;
    for (std::size_t place = 0; place < sum.clickBins.size(); ++place) {
        Row row{number(static_cast<double>(place) / 10, 1) + " – "
                + number(static_cast<double>(place + 1) / 10, 1)};
        for (const Bin &bin : {sum.clickBins[place], sum.openBins[place]}) {
            const double events = bin.events == 0 ? std::nan("") : static_cast<double>(bin.events);
            row.push_back(std::to_string(bin.events));
            row.push_back(number(bin.probabilities / events, 3));
            row.push_back(number(static_cast<double>(bin.machines) / events, 3));
        }
        rows.push_back(row);
    }
    return table({"probability", "clicks", "mean probability", "share of machines", "opens",
                  "mean probability", "share of machines"},
                 rows)
           + "Expected calibration error: clicks " + number(calibrationError(sum.clickBins), 4) + ", opens "
           + number(calibrationError(sum.openBins), 4) + ".\n\n";
}

std::string mannerTable(const Score &sum)
{
    std::vector<Row> rows;
    for (const auto &[manner, hits] : sum.manners) {
        const bool isMachine = simulator::isMachine(manner);
        const std::uint64_t marked = isMachine ? hits.machinesFound : hits.peopleLost;
        const std::uint64_t rest = isMachine ? hits.machinesMissed : hits.peopleKept;
        rows.push_back({std::string(simulator::mannerId(manner)), isMachine ? "machine" : "person",
                        std::to_string(marked + rest),
                        percent(static_cast<double>(marked) / static_cast<double>(marked + rest), 2)});
    }
    return table({"manner", "whose", "events", "marked as a machine's"}, rows);
}

std::string targetTable(const Results &results, const std::string &ruleset)
{
    std::vector<Row> rows;
    for (const Target &target : Target::of(results, ruleset)) {
        const char *met = std::isnan(target.measured) ? "not run" : target.isMet() ? "met" : "not met";
        rows.push_back({target.what, (target.isAtMost ? "≤ " : "≥ ") + number(target.limit, 1),
                        number(target.measured, 2), met});
    }
    return table({"target", "limit", "measured", ""}, rows);
}

std::string betterPeers(const Plan &plan, const std::map<std::string, Scores> &scenarios,
                        const std::string &ruleset)
{
    std::string text;
    for (const std::string &name : plan.scenarios) {
        const Scores &scores = scenarios.at(name);
        for (const PeerRule &rule : PeerRule::all()) {
            const auto found = scores.find(std::string(rule.name));
            if (found != scores.end() && found->second.ctorError() < scores.at(ruleset).ctorError())
                text.append(text.empty() ? "" : ", ").append(rule.name).append(" in ").append(name);
        }
    }
    return "Peers with a smaller CTOR error: " + (text.empty() ? std::string("none") : text) + ".\n\n";
}

QJsonValue json(double value)
{
    return std::isnan(value) ? QJsonValue() : QJsonValue(value);
}

QJsonArray jsonOf(const Bins &bins)
{
    QJsonArray array;
    for (const Bin &bin : bins)
        array.append(QJsonObject{{QStringLiteral("events"), static_cast<qint64>(bin.events)},
                                 {QStringLiteral("machines"), static_cast<qint64>(bin.machines)},
                                 {QStringLiteral("probabilitySum"), bin.probabilities}});
    return array;
}

QJsonObject jsonOf(const Hits &hits)
{
    return {{QStringLiteral("machinesFound"), static_cast<qint64>(hits.machinesFound)},
            {QStringLiteral("machinesMissed"), static_cast<qint64>(hits.machinesMissed)},
            {QStringLiteral("peopleLost"), static_cast<qint64>(hits.peopleLost)},
            {QStringLiteral("peopleKept"), static_cast<qint64>(hits.peopleKept)},
            {QStringLiteral("precision"), json(hits.precision())},
            {QStringLiteral("recall"), json(hits.recall())},
            {QStringLiteral("lost"), json(hits.lost())}};
}

QJsonObject jsonOf(const Score &score)
{
    QJsonObject manners;
    for (const auto &[manner, hits] : score.manners)
        manners.insert(QString::fromUtf8(simulator::mannerId(manner).data()), jsonOf(hits));
    return {{QStringLiteral("campaigns"), static_cast<qint64>(score.campaigns)},
            {QStringLiteral("clicks"), jsonOf(score.clicks)},
            {QStringLiteral("opens"), jsonOf(score.opens)},
            {QStringLiteral("ctorError"), json(score.ctorError())},
            {QStringLiteral("worstCtorError"), score.worstCtorErrorInPoints()},
            {QStringLiteral("clickBins"), jsonOf(score.clickBins)},
            {QStringLiteral("openBins"), jsonOf(score.openBins)},
            {QStringLiteral("clickCalibrationError"), json(calibrationError(score.clickBins))},
            {QStringLiteral("openCalibrationError"), json(calibrationError(score.openBins))},
            {QStringLiteral("manners"), manners}};
}

} // namespace

std::string reportText(const Plan &plan, const Results &results)
{
    const auto &full = results.at(fullest(plan));
    std::string text = "Seeds: " + plan.seedWord() + ", " + std::to_string(plan.count)
                       + " of each scenario, from seed " + std::to_string(plan.seed(0)) + " on.\n\n";
    for (const auto &ruleset : plan.rulesets) {
        const std::string name = ruleset->name.toStdString();
        const Score sum = sumOf(full, name);
        text += "### " + name + " (version " + std::to_string(ruleset->version) + ")\n\n";
        text += targetTable(results, name) + betterPeers(plan, full, name);
        text += scenarioTable(plan, full, name) + calibrationTable(sum) + mannerTable(sum);
    }
    text += "### CTOR error by scenario and rule, points\n\n" + errorTable(plan, full);
    for (const std::string &without : plan.without)
        text += "### Rules, mean of the scenarios, " + wordsFor(without) + "\n\n"
                + ruleTable(plan, results.at(without));
    return text;
}

QJsonObject reportJson(const Plan &plan, const Results &results)
{
    QJsonObject variants;
    for (const auto &[without, scenarios] : results) {
        QJsonObject byScenario;
        for (const auto &[name, scores] : scenarios) {
            QJsonObject byRule;
            for (const auto &[rule, score] : scores)
                byRule.insert(QString::fromStdString(rule), jsonOf(score));
            byScenario.insert(QString::fromStdString(name), byRule);
        }
        variants.insert(QString::fromStdString(without), byScenario);
    }
    return {{QStringLiteral("seeds"), QString::fromStdString(plan.seedWord())},
            {QStringLiteral("first"), static_cast<qint64>(plan.first)},
            {QStringLiteral("count"), static_cast<qint64>(plan.count)},
            {QStringLiteral("without"), variants}};
}

} // namespace clicksieve::accuracy
