// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/accuracy/peerrule.h"
#include "bench/accuracy/plan.h"
#include "bench/accuracy/reliabilityplot.h"
#include "bench/accuracy/report.h"
#include "bench/accuracy/score.h"
#include "bench/accuracy/target.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace clicksieve;
using namespace clicksieve::accuracy;
using simulator::Manner;
using simulator::SimulatedEvent;
using namespace Qt::StringLiterals;

namespace {

/// A campaign by hand: one message, delivered at second 0.
class Hand {
public:
    Hand() { add(simulator::EventType::Delivered, 0, Manner::None); }

    Hand &open(double second, Manner manner = Manner::PersonDesktop)
    {
        return add(simulator::EventType::Open, second, manner);
    }
    Hand &click(double second, const char *url, Manner manner = Manner::PersonDesktop)
    {
        add(simulator::EventType::Click, second, manner);
        m_events.back().url = url;
        return *this;
    }
    Hand &from(const char *ip, const char *agent)
    {
        m_events.back().ip = ip;
        m_events.back().agent = agent;
        return *this;
    }
    [[nodiscard]] Campaign campaign() const { return Campaign(m_events, {}); }

    /// One letter for each open or click: M where the rule marks it, else p.
    [[nodiscard]] QString marks(std::string_view rule) const
    {
        const auto &rules = PeerRule::all();
        const auto found = std::find_if(rules.begin(), rules.end(),
                                        [rule](const PeerRule &each) { return each.name == rule; });
        const Marks marked = found->mark(campaign());
        QString text;
        for (std::size_t event = 1; event < marked.size(); ++event)
            text += marked[event] ? QLatin1Char('M') : QLatin1Char('p');
        return text;
    }

private:
    Hand &add(simulator::EventType type, double second, Manner manner)
    {
        SimulatedEvent event;
        event.type = type;
        event.timeMs = std::llround(second * 1000);
        event.manner = manner;
        event.machine = simulator::isMachine(manner);
        event.recipient = "a@b.example";
        event.ip = "79.192.0.7";
        event.agent = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) "
                      "Chrome/145.0.0.0 Safari/537.36";
        m_events.push_back(event);
        return *this;
    }

    std::vector<SimulatedEvent> m_events;
};

Result<Plan> planOf(const char *arguments)
{
    return Plan::parse(QString::fromLatin1(arguments).split(QLatin1Char(' '), Qt::SkipEmptyParts));
}

Plan smallPlan()
{
    return planOf("--count 1 --scenario few-recipients --scenario no-machines --seeds tuning").value();
}

} // namespace

/// The rules of others do what they are said to, and the figures are what their names say.
class TestAccuracy : public QObject {
    Q_OBJECT

private slots:
    void timeRules()
    {
        const auto hand = Hand().open(1.9).click(9.9, "x").click(59, "y").click(61, "z");
        QCOMPARE(hand.marks("as-reported"), QStringLiteral("pppp"));
        QCOMPARE(hand.marks("2-s"), QStringLiteral("Mppp"));
        QCOMPARE(hand.marks("10-s"), QStringLiteral("MMpp"));
        QCOMPARE(hand.marks("60-s"), QStringLiteral("MMMp"));
    }

    void burstRules()
    {
        const auto links = Hand().click(100, "x").click(110, "y").click(120, "z").click(141, "x");
        QCOMPARE(links.marks("3-links"), QStringLiteral("MMMp"));
        const auto sameLink = Hand().click(100, "x").click(100.3, "x").click(100.6, "x").click(101, "x");
        QCOMPARE(sameLink.marks("3-links"), QStringLiteral("pppp"));
        QCOMPARE(sameLink.marks("clicks-in-s"), QStringLiteral("MMMM"));
        QCOMPARE(Hand().open(100).click(101, "x").click(103, "y").click(107, "z").marks("proximity"),
                 QStringLiteral("MMMp"));
    }

    void listRules()
    {
        const auto listed = Hand().click(900, "x").from("40.94.1.2", "").click(950, "x").click(951, "y");
        QCOMPARE(listed.marks("lists"), QStringLiteral("Mpp"));
        QCOMPARE(listed.marks("2-of-3"), QStringLiteral("ppp"));
        QCOMPARE(listed.marks("layered"), QStringLiteral("MMM"));
        QCOMPARE(Hand().click(1, "x").from("40.94.1.2", "").marks("2-of-3"), QStringLiteral("M"));
    }

    void hiddenLinkRule()
    {
        const auto hand = Hand().click(50, "x").click(55, "https://shop.example/white-on-white?a=1");
        QCOMPARE(hand.marks("hidden-link"), QStringLiteral("MM"));
        auto later = hand;
        later.click(500, "x").click(501, "x").from("79.192.0.8", "other");
        QCOMPARE(later.marks("hidden-link"), QStringLiteral("MMMp"));
        QCOMPARE(later.marks("union"), QStringLiteral("MMMp"));
    }

    void figures()
    {
        const Campaign campaign = Hand()
                                      .open(30, Manner::DelayedSweep)
                                      .click(31, "x", Manner::DelayedSweep)
                                      .open(900)
                                      .click(930, "x")
                                      .click(960, "y")
                                      .campaign();
        QCOMPARE(ctorOf(campaign, truthOf(campaign)), 1.0);
        const Marks marks{false, true, false, false, true, true};
        QCOMPARE(ctorOf(campaign, marks), 1.0); // a machine's click, taken for a person's
        const std::vector<float> probabilities{0, 0.95F, 0.25F, 0.05F, 0.65F, 0.85F};
        const Score score = Score::of(campaign, marks, 0.9, probabilities);
        QCOMPARE(score.clicks.recall(), 0.0);
        QCOMPARE(score.clicks.lost(), 1.0);
        QCOMPARE(score.clicks.precision(), 0.0);
        QCOMPARE(score.opens.recall(), 1.0);
        QCOMPARE(score.opens.lost(), 0.0);
        QVERIFY(std::abs(score.ctorError() - 10) < 1e-9);
        QVERIFY(std::abs(calibrationError(score.openBins) - 0.05) < 1e-6);
        QVERIFY(std::abs(calibrationError(score.clickBins) - 0.75) < 1e-6);
        QCOMPARE(score.manners.at(Manner::DelayedSweep).machinesMissed, std::uint64_t{1});
        Score twice = score;
        twice.add(score);
        QVERIFY(std::abs(twice.ctorError() - 10) < 1e-9);
        QCOMPARE(twice.openBins[9].events, std::uint64_t{2});
    }

    void seedsAreHeldOut()
    {
        Plan plan = planOf("").value();
        QCOMPARE(plan.seed(0), std::uint64_t{1});
        QCOMPARE(plan.seed(3), std::uint64_t{7});
        plan.seeds = Plan::Seeds::Tuning;
        QCOMPARE(plan.seed(3), std::uint64_t{8});
        QCOMPARE(planOf("--first 100").value().seed(3), std::uint64_t{207});
        QVERIFY(!planOf("--first x"));
        QVERIFY(!planOf("--scenario none"));
        QVERIFY(!planOf("--seeds"));
        QVERIFY(!planOf("--ruleset none"));
    }

    void runsTheSameEachTime()
    {
        const Plan plan = smallPlan();
        const Results results = run(plan);
        QCOMPARE(results.size(), std::size_t{4});
        const std::string text = reportText(plan, results);
        QCOMPARE(text, reportText(plan, run(plan)));
        QVERIFY(text.find("| few-recipients |") != std::string::npos);
        const Score &score = results.at("nothing").at("few-recipients").at("balanced");
        QCOMPARE(score.campaigns, std::uint64_t{1});
        QVERIFY(score.clicks.machinesFound > 0);
        const QByteArray plot = reliabilityPlot(plan, results);
        int tenths = 0;
        for (const Bins Score::*bins : {&Score::clickBins, &Score::openBins}) {
            for (std::size_t place = 0; place < Bins().size(); ++place) {
                const auto &scenarios = results.at("nothing");
                tenths += std::any_of(scenarios.begin(), scenarios.end(),
                                      [&](const auto &scenario) {
                                          return (scenario.second.at("balanced").*bins)[place].events > 0;
                                      })
                              ? 1
                              : 0;
            }
        }
        QCOMPARE(plot.count("<circle"), tenths);
        const QJsonObject json = reportJson(plan, results);
        QCOMPARE(
            json[u"without"_s][u"nothing"_s][u"few-recipients"_s][u"balanced"_s][u"clicks"_s][u"recall"_s]
                .toDouble(),
            score.clicks.recall());
        QVERIFY(json[u"without"_s][u"nothing"_s][u"no-machines"_s][u"balanced"_s][u"clicks"_s][u"recall"_s]
                    .isNull());
    }

    void targetsNameWhatWasNotRun()
    {
        const std::vector<Target> targets = Target::of(run(smallPlan()), "balanced");
        QVERIFY(!std::isnan(targets.front().measured));
        const auto probes = std::find_if(targets.begin(), targets.end(),
                                         [](const Target &target) { return !target.isAtMost; });
        QVERIFY(probes != targets.end());
        QVERIFY(std::any_of(targets.begin(), targets.end(),
                            [](const Target &target) { return std::isnan(target.measured); }));
    }
};

QTEST_GUILESS_MAIN(TestAccuracy)
#include "tst_accuracy.moc"
