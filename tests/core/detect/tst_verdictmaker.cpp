// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/verdictmaker.h"

#include <QtTest>

#include <cmath>

using namespace clicksieve;

/// What log-odds come to, also when the maker remembers other ones.
class TestVerdictMaker : public QObject {
    Q_OBJECT

private slots:
    void knowsTheLimits();
    void remembersRightly();
};

namespace {

Ruleset rulesetWithLimits(double uncertainFrom, double machineFrom)
{
    Ruleset ruleset;
    ruleset.uncertainFrom = uncertainFrom;
    ruleset.machineFrom = machineFrom;
    return ruleset;
}

} // namespace

void TestVerdictMaker::knowsTheLimits()
{
    const Ruleset ruleset = rulesetWithLimits(0.5, 0.8);
    VerdictMaker maker(ruleset);
    QCOMPARE(maker.make(0).probability, 0.5F);
    QCOMPARE(maker.make(0).verdict, Verdict::Uncertain); // at the limit is above it
    QCOMPARE(maker.make(-0.001F).verdict, Verdict::Human);
    QCOMPARE(maker.make(1.38F).verdict, Verdict::Uncertain);
    QCOMPARE(maker.make(1.39F).verdict, Verdict::Machine);
    QCOMPARE(maker.make(200).probability, 1.0F);
    QCOMPARE(maker.make(-200).verdict, Verdict::Human);
}

void TestVerdictMaker::remembersRightly()
{
    const Ruleset ruleset = rulesetWithLimits(0.2, 0.8);
    VerdictMaker maker(ruleset);
    for (int round = 0; round < 2; ++round) {
        for (int step = -5'000; step <= 5'000; ++step) {
            const float logOdds = static_cast<float>(step) / 500;
            const double probability = 1 / (1 + std::exp(-static_cast<double>(logOdds)));
            const VerdictMaker::Made &made = maker.make(logOdds);
            QCOMPARE(made.probability, static_cast<float>(probability));
            QCOMPARE(made.verdict, probability < 0.2   ? Verdict::Human
                                   : probability < 0.8 ? Verdict::Uncertain
                                                       : Verdict::Machine);
        }
    }
}

QTEST_APPLESS_MAIN(TestVerdictMaker)
#include "tst_verdictmaker.moc"
