// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/overrides.h"
#include "support/eventfixture.h"

#include <QTest>

using namespace clicksieve;
using namespace clicksieve::tests;

namespace {

class TestOverrides : public QObject {
    Q_OBJECT

private slots:
    void init();

    void oneEventIsDecidedAlone();
    void eachScopeDecidesWhatSharesIt_data();
    void eachScopeDecidesWhatSharesIt();
    void sendsAreNobodysVerdict();
    void theLaterOneWins();
    void theRestStaysAsItWas();
    void anEventWithoutTheThingHasNoId();
    void theDecidingOneIsFound();
    void theResultDoesNotDependOnTheThreads();

private:
    [[nodiscard]] std::shared_ptr<const Overrides> make(const OverrideList &list, int threads = 2) const
    {
        JobContext context(threads);
        return Overrides::make(*m_analysis.table, list, context).value();
    }
    /// Positions of the events that are decided.
    [[nodiscard]] std::vector<std::size_t> decided(const Overrides &overrides) const
    {
        std::vector<std::size_t> events;
        for (std::size_t event = 0; event < m_analysis.table->size(); ++event) {
            if (overrides.decide(event))
                events.push_back(event);
        }
        return events;
    }
    [[nodiscard]] Override of(Override::Scope scope, std::size_t event, bool isMachine = true) const
    {
        return {scope, overrideId(*m_analysis.table, scope, event).value(), isMachine};
    }

    Analysis m_analysis;
};

void TestOverrides::init()
{
    EventFixture mail;
    mail.sent("anna@a.example");                                                             // 0
    mail.open("anna@a.example", 60'000, "192.0.2.1", "Mozilla/5.0");                         // 1
    mail.click("anna@a.example", 70'000, "https://s.example/1", "192.0.2.1", "Mozilla/5.0"); // 2
    mail.click("bert@a.example", 80'000, "https://s.example/1", "192.0.2.2", "Mozilla/5.0"); // 3
    mail.click("cleo@b.example", 90'000, "https://s.example/2", "192.0.2.1", "Mozilla/5.0"); // 4
    mail.open("dora@c.example", 95'000);                                                     // 5
    m_analysis = mail.analysis();
}

void TestOverrides::oneEventIsDecidedAlone()
{
    const auto overrides = make({of(Override::Scope::Event, 2)});
    QCOMPARE(decided(*overrides), std::vector<std::size_t>{2});
    QVERIFY(overrides->isMachine(2));
    QCOMPARE(overrides->events(), std::uint64_t{1});
}

void TestOverrides::eachScopeDecidesWhatSharesIt_data()
{
    QTest::addColumn<int>("scope");
    QTest::addColumn<QList<int>>("events"); // that event 2 brings along
    const auto row = [](const char *name, Override::Scope scope, const QList<int> &events) {
        QTest::newRow(name) << static_cast<int>(scope) << events;
    };
    row("message", Override::Scope::Message, {1, 2});
    row("client", Override::Scope::Client, {1, 2, 4});
    row("link", Override::Scope::Link, {2, 3});
    row("domain", Override::Scope::Domain, {1, 2, 3});
}

void TestOverrides::eachScopeDecidesWhatSharesIt()
{
    QFETCH(const int, scope);
    QFETCH(const QList<int>, events);
    const auto overrides = make({of(static_cast<Override::Scope>(scope), 2, false)});
    QList<int> found;
    for (const std::size_t event : decided(*overrides)) {
        found << static_cast<int>(event);
        QVERIFY(!overrides->isMachine(event));
    }
    QCOMPARE(found, events);
    QCOMPARE(overrides->events(0), static_cast<std::uint64_t>(events.size()));
}

void TestOverrides::sendsAreNobodysVerdict()
{
    const auto overrides = make({of(Override::Scope::Domain, 0)});
    QVERIFY(!overrides->decide(0));
}

void TestOverrides::theLaterOneWins()
{
    const auto overrides = make({of(Override::Scope::Event, 2, false), of(Override::Scope::Domain, 2, true)});
    QVERIFY(overrides->isMachine(2));
    QCOMPARE(overrides->events(0), std::uint64_t{0}); // it decides nothing any more
    QCOMPARE(overrides->events(1), std::uint64_t{3});
    const auto other = make({of(Override::Scope::Domain, 2, true), of(Override::Scope::Event, 2, false)});
    QVERIFY(!other->isMachine(2));
    QVERIFY(other->isMachine(1));
}

void TestOverrides::theRestStaysAsItWas()
{
    const Verdicts &judged = *m_analysis.verdicts;
    const auto own = judged.with(make({of(Override::Scope::Event, 2, true)}));
    QCOMPARE(own->verdict(2), Verdict::Machine);
    QVERIFY(own->isMachine(2) && own->isOverridden(2));
    QCOMPARE(own->probability(2), 1.0);
    std::string ids;
    own->appendSignalIds(2, ids);
    QVERIFY(ids.starts_with("override"));
    for (const std::size_t event : {std::size_t{1}, std::size_t{3}, std::size_t{4}}) {
        QVERIFY(!own->isOverridden(event));
        QCOMPARE(own->verdict(event), judged.verdict(event));
        QCOMPARE(own->probability(event), judged.probability(event));
    }
    const auto without = own->with(nullptr);
    QCOMPARE(without->verdict(2), judged.verdict(2));
    QCOMPARE(without->probability(2), judged.probability(2));
}

void TestOverrides::anEventWithoutTheThingHasNoId()
{
    const EventTable &table = *m_analysis.table;
    QVERIFY(!overrideId(table, Override::Scope::Link, 1)); // an open
    QVERIFY(!overrideId(table, Override::Scope::Client, 5));
    QVERIFY(overrideId(table, Override::Scope::Domain, 5));
}

void TestOverrides::theDecidingOneIsFound()
{
    const OverrideList list{of(Override::Scope::Domain, 2), of(Override::Scope::Event, 2)};
    QCOMPARE(decidingOverride(*m_analysis.table, list, 2), std::optional<std::size_t>(1));
    QCOMPARE(decidingOverride(*m_analysis.table, list, 3), std::optional<std::size_t>(0));
    QVERIFY(!decidingOverride(*m_analysis.table, list, 4));
}

void TestOverrides::theResultDoesNotDependOnTheThreads()
{
    EventFixture mail;
    for (int event = 0; event < 200'000; ++event)
        mail.click("p" + std::to_string(event % 7'000) + "@d" + std::to_string(event % 90) + ".example",
                   event, "https://s.example/" + std::to_string(event % 11));
    m_analysis.table = mail.table();
    const OverrideList list{of(Override::Scope::Domain, 5), of(Override::Scope::Link, 7, false),
                            of(Override::Scope::Message, 11)};
    const auto one = make(list, 1);
    const auto several = make(list, 5);
    QCOMPARE(decided(*one), decided(*several));
    for (std::size_t place = 0; place < list.size(); ++place)
        QCOMPARE(one->events(place), several->events(place));
}

} // namespace

QTEST_GUILESS_MAIN(TestOverrides)
#include "tst_overrides.moc"
