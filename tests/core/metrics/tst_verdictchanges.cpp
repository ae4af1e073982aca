// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/detector.h"
#include "core/metrics/verdictchanges.h"
#include "support/eventfixture.h"
#include "support/judged.h"
#include "support/testfolder.h"

#include <QTest>

using namespace clicksieve;
using namespace clicksieve::tests;
using namespace Qt::StringLiterals;

namespace {

class TestVerdictChanges : public QObject {
    Q_OBJECT

private slots:
    void countsWhatChangesSides();
    void equalVerdictsChangeNothing();
    void aSavedRulesetIsTheSame();
    void aRulesetThatCannotBeSavedSaysWhy();
    void rulesAtHandGoBeforeTheName();
};

std::shared_ptr<const EventTable> mails()
{
    EventFixture mail;
    for (const char *who : {"anna@a.example", "bert@a.example", "cleo@b.example"})
        mail.sent(who).open(who, 60'000).click(who, 90'000, "https://s.example/1");
    return mail.table();
}

void TestVerdictChanges::countsWhatChangesSides()
{
    const auto table = mails();
    const Analysis strict = judgedBy(table, [](const EventTable &, std::size_t) { return true; });
    const Analysis mild = judgedBy(table, [](const EventTable &of, std::size_t event) {
        return of.type(event) == EventType::Click
               && of.recipientText(of.recipient(event)) == "cleo@b.example";
    });
    JobContext context(1);
    const auto changes = compareVerdicts(*table, *strict.verdicts, *mild.verdicts, context);
    QVERIFY(changes.ok());
    QCOMPARE(changes.value().clicksToHuman, std::uint64_t{2});
    QCOMPARE(changes.value().opensToHuman, std::uint64_t{3});
    QCOMPARE(changes.value().clicksToMachine + changes.value().opensToMachine, std::uint64_t{0});
    QCOMPARE(changes.value().domains, std::uint64_t{2});
    QCOMPARE(changes.value().before.adjusted.uniqueClicks, std::uint64_t{0});
    QCOMPARE(changes.value().after.adjusted.uniqueClicks, std::uint64_t{2});
    const auto back = compareVerdicts(*table, *mild.verdicts, *strict.verdicts, context);
    QCOMPARE(back.value().clicksToMachine, std::uint64_t{2});
    QCOMPARE(back.value().opensToMachine, std::uint64_t{3});
}

void TestVerdictChanges::equalVerdictsChangeNothing()
{
    const auto table = mails();
    const Analysis same =
        judgedBy(table, [](const EventTable &, std::size_t event) { return event % 2 == 0; });
    JobContext context(1);
    const auto changes = compareVerdicts(*table, *same.verdicts, *same.verdicts, context);
    QCOMPARE(changes.value().events(), std::uint64_t{0});
    QCOMPARE(changes.value().domains, std::uint64_t{0});
}

void TestVerdictChanges::aSavedRulesetIsTheSame()
{
    const TestFolder folder;
    Ruleset changed = *loadRuleset(u"balanced"_s).value();
    changed.name = u"Ours"_s;
    changed.version = 3;
    changed.lean = -0.5;
    changed.signalSpecs.front().enabled = false;
    changed.signalSpecs.front().parameters[u"weight"_s] = 4.25;
    QVERIFY(!saveRuleset(changed, folder.path(u"ours.json"_s)));
    const auto loaded = loadRuleset(folder.path(u"ours.json"_s));
    QVERIFY(loaded.ok());
    QVERIFY(*loaded.value() == changed);
}

void TestVerdictChanges::aRulesetThatCannotBeSavedSaysWhy()
{
    const TestFolder folder;
    const auto problem =
        saveRuleset(*loadRuleset(u"balanced"_s).value(), folder.path(u"nowhere/ours.json"_s));
    QVERIFY(problem.has_value());
    QCOMPARE(problem->kind, Error::Kind::Unwritable);
    QVERIFY(problem->message.contains(u"ours.json"_s));
}

void TestVerdictChanges::rulesAtHandGoBeforeTheName()
{
    AnalysisRequest request;
    QCOMPARE(rulesOf(request).value()->name, u"balanced"_s);
    auto own = std::make_shared<Ruleset>(*rulesOf(request).value());
    own->name = u"own"_s;
    request.rules = own;
    QCOMPARE(rulesOf(request).value()->name, u"own"_s);
}

} // namespace

QTEST_GUILESS_MAIN(TestVerdictChanges)
#include "tst_verdictchanges.moc"
