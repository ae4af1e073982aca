// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/accuracy/peerrule.h"
#include "core/detect/detector.h"
#include "core/detect/shippedrulesets.h"
#include "core/jobs/jobcontext.h"
#include "simulator/campaignsimulator.h"
#include "simulator/scenario.h"
#include "support/simulatedtable.h"

#include <QTest>

#include <algorithm>
#include <functional>

using namespace clicksieve;
using namespace clicksieve::accuracy;
using namespace Qt::StringLiterals;
using simulator::Scenario;

namespace {

constexpr std::uint32_t kRecipients = 800;

/// The rule in plain code, once more.
using Plain = std::function<Marks(const Campaign &)>;

Plain peer(std::string_view name)
{
    const auto &rules = PeerRule::all();
    const auto found =
        std::find_if(rules.begin(), rules.end(), [name](const PeerRule &rule) { return rule.name == name; });
    if (found == rules.end())
        qFatal("there is no such rule");
    return found->mark;
}

/// Whether the rule calls an action of a message a machine's.
using Test = std::function<bool(const Campaign &, const Campaign::Message &, std::uint32_t event)>;

Plain each(const Test &test)
{
    return [test](const Campaign &campaign) {
        Marks marks(campaign.events.size(), false);
        for (const Campaign::Message &message : campaign.messages) {
            for (const std::uint32_t event : message.actions)
                marks[event] = test(campaign, message, event);
        }
        return marks;
    };
}

Plain within(std::int64_t ms)
{
    return each([ms](const Campaign &campaign, const Campaign::Message &message, std::uint32_t event) {
        return campaign.events[event].timeMs - message.startMs < ms;
    });
}

/// Opened under 2 s after delivery or after another open; clicked under 1 s after the last open before.
bool isInGap(const Campaign &campaign, const Campaign::Message &message, std::uint32_t event)
{
    const std::int64_t time = campaign.events[event].timeMs;
    if (!campaign.isClick(event) && time - message.startMs < 2'000)
        return true;
    return std::any_of(message.actions.begin(), message.actions.end(), [&](std::uint32_t other) {
        if (campaign.isClick(other) || other == event)
            return false;
        const std::int64_t gap = time - campaign.events[other].timeMs;
        return campaign.isClick(event) ? gap > 0 && gap < 1'000 : gap >= 0 && gap < 2'000;
    });
}

Plain plainOf(const QString &ruleset)
{
    if (ruleset == u"phishgrid-conservative"_s)
        return within(5'000);
    if (ruleset == u"phishgrid-balanced"_s)
        return peer("10-s");
    if (ruleset == u"phishgrid-inclusive"_s)
        return within(30'000);
    if (ruleset == u"phishgrid-tolerant"_s)
        return peer("60-s");
    if (ruleset == u"twenty-three-links"_s)
        return peer("3-links");
    if (ruleset == u"maestra-clicks"_s)
        return peer("clicks-in-s");
    if (ruleset == u"marketo-proximity"_s)
        return peer("proximity");
    if (ruleset == u"mautic-two-of-three"_s)
        return peer("2-of-3");
    if (ruleset == u"gocheck-gaps"_s)
        return each(isInGap);
    qFatal("no plain rule for %s", qPrintable(ruleset));
}

/// The rules that others publish come as rulesets of our own signals: each must say what the plain rule says.
class TestPublishedRules : public QObject {
    Q_OBJECT

private slots:
    void agreesEventByEvent_data()
    {
        QTest::addColumn<QString>("ruleset");
        QTest::addColumn<QString>("without");
        for (const QString &name : publishedRulesets()) {
            for (const QString &without : {u"nothing"_s, u"ip"_s, u"delivery"_s})
                QTest::newRow(qPrintable(name + u", without "_s + without)) << name << without;
        }
    }

    void agreesEventByEvent()
    {
        QFETCH(const QString, ruleset);
        QFETCH(const QString, without);
        const Plain plain = plainOf(ruleset);
        const auto rules = loadRuleset(ruleset).value();
        std::size_t marked = 0;
        for (const Scenario &scenario : Scenario::all()) {
            for (const std::uint64_t seed : {21U, 22U}) {
                Scenario::Draw drawn = scenario.draw(seed);
                drawn.options.recipients = std::min(drawn.options.recipients, kRecipients);
                if (without != u"nothing"_s)
                    QVERIFY(drawn.shape.leaveOut(without.toStdString()));
                const Campaign campaign(drawn.shape.apply(simulator::CampaignSimulator(drawn.options).run()),
                                        drawn.shape);
                const auto table = tests::tableOf(campaign.events, campaign.shape);
                JobContext context(1);
                const auto verdicts = detect(*table, rules, context).value();
                const Marks marks = plain(campaign);
                for (std::size_t event = 0; event < marks.size(); ++event) {
                    if (!isAction(table->type(event)))
                        continue;
                    marked += marks[event] ? 1U : 0U;
                    QVERIFY2(verdicts->isMachine(event) == marks[event],
                             qPrintable(u"%1, seed %2, event %3: the plain rule says %4"_s
                                            .arg(QString::fromUtf8(scenario.name.data(),
                                                                   qsizetype(scenario.name.size())))
                                            .arg(seed)
                                            .arg(event)
                                            .arg(marks[event] ? u"machine"_s : u"person"_s)));
                    QVERIFY(verdicts->verdict(event) != Verdict::Uncertain);
                }
            }
        }
        if (without == u"nothing"_s) // elsewhere a rule may have nothing to go by
            QVERIFY(marked > 0);
    }

    void saysWhy_data()
    {
        QTest::addColumn<QString>("ruleset");
        for (const QString &name : publishedRulesets())
            QTest::newRow(qPrintable(name)) << name;
    }

    void saysWhy()
    {
        QFETCH(const QString, ruleset);
        Scenario::Draw drawn = Scenario::find("mixed")->draw(21);
        const auto events = drawn.shape.apply(simulator::CampaignSimulator(drawn.options).run());
        const auto table = tests::tableOf(events, drawn.shape);
        JobContext context(1);
        const auto verdicts = detect(*table, loadRuleset(ruleset).value(), context).value();
        for (std::size_t event = 0; event < table->size(); ++event) {
            if (!isAction(table->type(event)) || !verdicts->isMachine(event))
                continue;
            const auto evidence = explain(*table, *verdicts, event);
            QVERIFY(!evidence.empty());
            QVERIFY(evidence.front().weight > 0);
            QVERIFY2(evidence.front().sentence.endsWith(u'.') && !evidence.front().sentence.contains(u'%'),
                     qPrintable(evidence.front().sentence));
        }
    }

    void whatNeedsSecondsIsOffWithoutThem_data()
    {
        QTest::addColumn<QString>("ruleset");
        for (const QString &name : {u"twenty-three-links"_s, u"maestra-clicks"_s, u"marketo-proximity"_s})
            QTest::newRow(qPrintable(name)) << name;
    }

    void whatNeedsSecondsIsOffWithoutThem()
    {
        QFETCH(const QString, ruleset);
        Scenario::Draw drawn = Scenario::find("business")->draw(21);
        drawn.options.recipients = kRecipients;
        QVERIFY(drawn.shape.leaveOut("seconds"));
        const auto events = drawn.shape.apply(simulator::CampaignSimulator(drawn.options).run());
        const auto table = tests::tableOf(events, drawn.shape);
        JobContext context(1);
        const auto verdicts = detect(*table, loadRuleset(ruleset).value(), context).value();
        for (const SignalReport &report : verdicts->reports())
            QVERIFY(!report.applicable && report.reason.contains(u"seconds"_s));
        for (std::size_t event = 0; event < table->size(); ++event)
            QVERIFY(!isAction(table->type(event)) || !verdicts->isMachine(event));
    }
};

} // namespace

QTEST_GUILESS_MAIN(TestPublishedRules)
#include "tst_publishedrules.moc"
