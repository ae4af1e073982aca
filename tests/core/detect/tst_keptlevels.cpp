// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/detector.h"
#include "core/detect/keptlevels.h"
#include "core/detect/ruleset.h"
#include "core/detect/userlists.h"
#include "core/events/eventtable.h"
#include "core/jobs/jobcontext.h"
#include "simulator/campaignsimulator.h"
#include "simulator/scenario.h"
#include "support/simulatedtable.h"

#include <QTest>

#include <algorithm>

using namespace clicksieve;
using namespace clicksieve::tests;
using namespace Qt::StringLiterals;
using simulator::Scenario;

namespace {

using Rules = std::shared_ptr<const Ruleset>;

/// A ruleset and what is different in it.
struct Variant {
    QByteArray name;
    Rules rules;
};

/// Balanced, then with one thing different each: a signal switched off, moved to the end or gone, the prior, the limits.
std::vector<Variant> variants()
{
    const Rules balanced = loadRuleset(u"balanced"_s).value();
    std::vector<Variant> all{{"balanced", balanced}};
    const auto add = [&](const QByteArray &name, auto change) {
        auto rules = std::make_shared<Ruleset>(*balanced);
        change(*rules);
        all.push_back({name, rules});
    };
    add("prior", [](Ruleset &rules) { rules.priorClick += 0.5; });
    add("limit", [](Ruleset &rules) { rules.machineFrom = 0.9; });
    add("lean", [](Ruleset &rules) { rules.lean = 0.7; });
    add("title", [](Ruleset &rules) { rules.signalSpecs.front().title += u'!'; });
    add("skew", [](Ruleset &rules) {
        const auto spec = std::ranges::find(rules.signalSpecs, u"before-delivery"_s, &SignalSpec::id);
        spec->parameters.insert(u"skewSeconds"_s, 600);
    });
    for (std::size_t place = 0; place < balanced->signalSpecs.size(); ++place) {
        const QByteArray id = balanced->signalSpecs[place].id.toUtf8();
        const auto at = static_cast<std::ptrdiff_t>(place);
        add("off: " + id, [&](Ruleset &rules) { rules.signalSpecs[place].enabled = false; });
        add("gone: " + id, [&](Ruleset &rules) { rules.signalSpecs.erase(rules.signalSpecs.begin() + at); });
        add("last: " + id, [&](Ruleset &rules) {
            std::rotate(rules.signalSpecs.begin() + at, rules.signalSpecs.begin() + at + 1,
                        rules.signalSpecs.end());
        });
    }
    for (const char *name : {"conservative", "strict"})
        all.push_back({name, loadRuleset(QString::fromLatin1(name)).value()});
    return all;
}

/// Verdicts by other rules as a help may change nothing but the time.
class TestKeptLevels : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void verdictsAreThoseMadeAnew();
    void whatIsAlikeIsShared();
    void verdictsOfAnotherTableAreNoHelp();
    void verdictsByOtherListsAreNoHelp();

private:
    [[nodiscard]] std::shared_ptr<const Verdicts> judged(const Rules &rules, const Verdicts *before)
    {
        JobContext context(2);
        return detect(*m_table, rules, context, {}, before).value();
    }
    [[nodiscard]] static std::shared_ptr<const EventTable> drawnTable(std::uint64_t seed)
    {
        Scenario::Draw drawn = Scenario::find("mixed")->draw(seed);
        drawn.options.recipients = std::min(drawn.options.recipients, std::uint32_t{400});
        return tableOf(drawn.shape.apply(simulator::CampaignSimulator(drawn.options).run()), drawn.shape);
    }
    /// Names of the signals whose levels both share.
    [[nodiscard]] static QStringList shared(const Verdicts &one, const Verdicts &other)
    {
        QStringList ids;
        for (std::size_t place = 0; place < one.content().levels.size(); ++place) {
            const auto &levels = one.content().levels[place];
            if (levels != nullptr && levels == other.content().levels[place])
                ids.push_back(one.ruleset().signalSpecs[place].id);
        }
        return ids;
    }

    std::shared_ptr<const EventTable> m_table;
};

void TestKeptLevels::initTestCase()
{
    m_table = drawnTable(11);
}

void TestKeptLevels::verdictsAreThoseMadeAnew()
{
    const std::vector<Variant> all = variants();
    std::vector<std::shared_ptr<const Verdicts>> before;
    for (const Variant &variant : all)
        before.push_back(judged(variant.rules, nullptr));
    for (std::size_t to = 0; to < all.size(); ++to) {
        for (const std::size_t from : {std::size_t{0}, to / 2, all.size() - 1}) {
            const auto again = judged(all[to].rules, before[from].get());
            const Verdicts::Content &made = again->content();
            const Verdicts::Content &anew = before[to]->content();
            const QByteArray what = all[from].name + " to " + all[to].name;
            QVERIFY2(made.probability == anew.probability, what.constData());
            QVERIFY2(made.verdict == anew.verdict && made.actor == anew.actor, what.constData());
            for (std::size_t place = 0; place < anew.levels.size(); ++place) {
                QCOMPARE(made.levels[place] == nullptr, anew.levels[place] == nullptr);
                QVERIFY2(anew.levels[place] == nullptr || *made.levels[place] == *anew.levels[place],
                         what.constData());
                QCOMPARE(made.reports[place].events, anew.reports[place].events);
                QCOMPARE(made.strongest[place].click, anew.strongest[place].click);
                QCOMPARE(made.strongest[place].open, anew.strongest[place].open);
            }
        }
    }
}

void TestKeptLevels::whatIsAlikeIsShared()
{
    const std::vector<Variant> all = variants();
    const auto balanced = judged(all.front().rules, nullptr);
    const auto sharedWith = [&](const QByteArray &name) {
        const auto found = std::ranges::find(all, name, &Variant::name);
        return shared(*judged(found->rules, balanced.get()), *balanced);
    };
    const QStringList every = shared(*balanced, *balanced);
    QVERIFY(every.contains(u"burst"_s) && every.contains(u"neighbours"_s));
    QCOMPARE(sharedWith("limit"), every);
    QCOMPARE(sharedWith("lean"), every);
    QCOMPARE(sharedWith("title"), every);

    QVERIFY(sharedWith("prior").contains(u"burst"_s));
    QVERIFY(!sharedWith("prior").contains(u"neighbours"_s)); // it looks at the sums
    QVERIFY(sharedWith("skew").contains(u"burst"_s));
    QVERIFY(!sharedWith("skew").contains(u"before-delivery"_s));
    QVERIFY(!sharedWith("skew").contains(u"neighbours"_s));
    QVERIFY(sharedWith("off: neighbours").contains(u"burst"_s));
}

void TestKeptLevels::verdictsOfAnotherTableAreNoHelp()
{
    const Rules rules = variants().front().rules;
    const auto other = drawnTable(12);
    JobContext context(1);
    const auto verdicts = detect(*other, rules, context, {}, judged(rules, nullptr).get()).value();
    QCOMPARE(verdicts->content().probability, detect(*other, rules, context).value()->content().probability);
}

void TestKeptLevels::verdictsByOtherListsAreNoHelp()
{
    const Rules rules = variants().front().rules;
    UserLists lists;
    for (std::uint32_t url = 0; url < m_table->urlCount(); ++url)
        lists.hiddenLinks.emplace_back(m_table->urlText(UrlIndex{url}));
    JobContext context(1);
    const auto verdicts = detect(*m_table, rules, context, lists, judged(rules, nullptr).get()).value();
    const auto anew = detect(*m_table, rules, context, lists).value();
    QVERIFY(verdicts->content().probability == anew->content().probability);
    QVERIFY(verdicts->content().probability != judged(rules, nullptr)->content().probability);
}

} // namespace

QTEST_GUILESS_MAIN(TestKeptLevels)
#include "tst_keptlevels.moc"
