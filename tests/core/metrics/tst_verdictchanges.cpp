// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/detector.h"
#include "core/export/jsonreport.h"
#include "core/metrics/rulescomparison.h"
#include "support/eventfixture.h"
#include "support/judged.h"
#include "support/testfolder.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
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
    void rulesAreComparedByCampaignAndDomain();
    void overridesCountUnderBothRules();
    void rulesThatMakeNoSenseAreNotCompared();
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

/// Two campaigns to two companies: of one all is swept, the other reads.
Analysis swept()
{
    EventFixture mail;
    for (int person = 0; person < 10; ++person) {
        const std::string who =
            "p" + std::to_string(person) + (person < 4 ? "@scanned.example" : "@read.example");
        for (const char *campaign : {"spring", "summer"}) {
            mail.sent(who, campaign).delivered(who, 1'000, campaign);
            for (int link = 0; person < 4 && link < 3; ++link)
                mail.click(who, 500'000 + link * 4'000, "https://s.example/" + std::to_string(link), {}, {},
                           campaign);
            mail.open(who, 3'600'000 + person * 60'000, {}, {}, campaign)
                .click(who, 3'660'000 + person * 60'000, "https://s.example/1", {}, {}, campaign);
        }
    }
    return mail.analysis(u"maestra-clicks"_s);
}

std::shared_ptr<const Ruleset> publishedRules()
{
    return loadRuleset(u"twenty-three-links"_s).value();
}

void TestVerdictChanges::rulesAreComparedByCampaignAndDomain()
{
    JobContext context(1);
    const Analysis judged = swept();
    const auto compared =
        compareWith(judged, publishedRules(), context); // three clicks are too few for Maestra
    QVERIFY(compared.ok());
    const RulesComparison &comparison = compared.value();
    QCOMPARE(comparison.other->ruleset().name, u"twenty-three-links"_s);
    QCOMPARE(comparison.total.clicksToMachine, std::uint64_t{4 * 3 * 2});
    QCOMPARE(comparison.total.events(), std::uint64_t{4 * 3 * 2});
    QCOMPARE(comparison.events.size(), std::size_t{4 * 3 * 2});
    for (const std::uint32_t event : comparison.events)
        QVERIFY(comparison.other->isMachine(event) && !judged.verdicts->isMachine(event));
    QCOMPARE(comparison.campaigns.size(), std::size_t{2});
    for (const auto &campaign : comparison.campaigns) {
        QCOMPARE(campaign.differences.clicksToMachine, std::uint64_t{12});
        QCOMPARE(campaign.before.adjusted.clicks, std::uint64_t{10 + 12});
        QCOMPARE(campaign.after.adjusted.clicks, std::uint64_t{10});
    }
    QCOMPARE(comparison.domains.size(), std::size_t{1});
    QCOMPARE(QString::fromUtf8(judged.table->domainText(DomainIndex{comparison.domains[0].domain})),
             u"scanned.example"_s);
    QCOMPARE(comparison.domains[0].differences.clicksToMachine, std::uint64_t{24});

    const QJsonObject json =
        QJsonDocument::fromJson(QByteArray::fromStdString(jsonReport(*judged.table, *judged.verdicts, context,
                                                                     nullptr, &comparison)))
            .object()[u"comparison"_s]
            .toObject();
    QCOMPARE(json[u"ruleset"_s][u"name"_s].toString(), u"twenty-three-links"_s);
    QCOMPARE(json[u"to_machines"_s][u"clicks"_s].toInt(), 24);
    QCOMPARE(json[u"to_people"_s][u"clicks"_s].toInt(), 0);
    QCOMPARE(json[u"adjusted"_s][u"clicks"_s].toInt(), 44);
    QCOMPARE(json[u"compared"_s][u"clicks"_s].toInt(), 20);
    QCOMPARE(json[u"campaigns"_s].toArray().size(), 2);
    QCOMPARE(json[u"campaigns"_s][1][u"compared"_s][u"clicks"_s].toInt(), 10);
    QCOMPARE(json[u"domains"_s][0][u"domain"_s].toString(), u"scanned.example"_s);
}

void TestVerdictChanges::overridesCountUnderBothRules()
{
    JobContext context(1);
    Analysis judged = swept();
    const auto without = compareWith(judged, publishedRules(), context);
    const auto id = overrideId(*judged.table, Override::Scope::Domain, without.value().events.front());
    judged.verdicts = judged.verdicts->with(
        Overrides::make(*judged.table, {{Override::Scope::Domain, id.value(), false}}, context).value());
    const auto compared = compareWith(judged, publishedRules(), context);
    QCOMPARE(compared.value().total.events(), std::uint64_t{0});
}

void TestVerdictChanges::rulesThatMakeNoSenseAreNotCompared()
{
    JobContext context(1);
    auto rules = std::make_shared<Ruleset>(*publishedRules());
    rules->signalSpecs.front().kind = u"guess"_s;
    const auto compared = compareWith(swept(), rules, context);
    QVERIFY(!compared.ok());
    QCOMPARE(compared.error().kind, Error::Kind::Usage);
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
