// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planner/batchadvice.h"
#include "core/planner/loadprofile.h"
#include "support/eventfixture.h"

#include <QTest>

#include <cmath>

using namespace clicksieve;
using namespace clicksieve::tests;

namespace {

class TestBatchAdvice : public QObject {
    Q_OBJECT

private slots:
    void fewerBatchesDoNotFit();
    void aServerThatStandsAllNeedsOneBatch();
    void aBusyServerGetsNoAdvice();
    void theSlowRateFitsAndAFasterDoesNot();
    void scannersAloneGiveTheRuleOfThumb();
    void anExportIsMeasured();
    void tooFewClicksAreNotGoneBy();
    void withoutDeliveriesTheSendCounts();
    void aCacheTakesItsShare();
};

void TestBatchAdvice::fewerBatchesDoNotFit()
{
    const LoadProfile profile = assumedLoad({});
    const ServerLimits limits{5, 60, 0.7};
    const std::array intervals{60.0, 300.0, 600.0};
    const auto advice = fewestBatches(50'000, 370, profile, limits, intervals);
    QCOMPARE(advice.size(), intervals.size());
    for (const BatchAdvice &one : advice) {
        QVERIFY(one.batches.has_value());
        QVERIFY(*one.batches > 1);
        QVERIFY(fits({50'000, *one.batches, one.interval, 370}, profile, limits));
        QVERIFY(one.forecast->peakRate <= 42);
        QVERIFY(!fits({50'000, *one.batches - 1, one.interval, 370}, profile, limits));
    }
    QVERIFY(*advice[0].batches >= *advice[1].batches); // closer batches must be smaller
}

void TestBatchAdvice::aServerThatStandsAllNeedsOneBatch()
{
    const std::array intervals{60.0};
    const auto advice = fewestBatches(500, 370, assumedLoad({}), {5, 5'000, 0.7}, intervals);
    QCOMPARE(*advice[0].batches, 1);
}

void TestBatchAdvice::aBusyServerGetsNoAdvice()
{
    const std::array intervals{60.0};
    const ServerLimits busy{50, 60, 0.7};
    QVERIFY(!fewestBatches(5'000, 370, assumedLoad({}), busy, intervals)[0].batches);
    QVERIFY(!slowEnoughRate(5'000, assumedLoad({}), busy));
}

void TestBatchAdvice::theSlowRateFitsAndAFasterDoesNot()
{
    const LoadProfile profile = assumedLoad({});
    const ServerLimits limits{5, 60, 0.7};
    const double rate = *slowEnoughRate(50'000, profile, limits);
    QVERIFY(fits({50'000, 1, 0, rate}, profile, limits));
    QVERIFY(!fits({50'000, 1, 0, rate * 1.01}, profile, limits));
}

/// (wanted use × capacity - background) ÷ requests a message, where the budget decides and not chance.
void TestBatchAdvice::scannersAloneGiveTheRuleOfThumb()
{
    LoadProfile profile = assumedLoad({});
    profile.people.requests = 0;
    profile.scanners.burst = 1;
    const double rate = *slowEnoughRate(500'000, profile, {5, 60, 0.7});
    QVERIFY2(std::abs(rate - 37 / 1.92) < 0.2, qPrintable(QString::number(rate)));
}

/// Two in five are swept, 4 links a second at 30 and at 31 s after delivery; each clicks as a person an hour later.
EventFixture mails(bool withDeliveries, int people = 300)
{
    EventFixture mail;
    for (int person = 0; person < people; ++person) {
        const std::string who = "p" + std::to_string(person) + "@d" + std::to_string(person % 9) + ".example";
        mail.sent(who);
        if (withDeliveries)
            mail.delivered(who, 5'000);
        for (int link = 0; person % 5 < 2 && link < 8; ++link)
            mail.click(who, 35'000 + (link / 4) * 1'000 + (link % 4),
                       "https://s.example/" + std::to_string(link), "203.0.113.7", "python-requests/2.31");
        mail.click(who, 3'605'000 + person * 67'000, "https://s.example/1",
                   "192.0.2." + std::to_string(person % 250),
                   "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) "
                   "Chrome/145.0.0.0 Safari/537.36");
    }
    return mail;
}

void TestBatchAdvice::anExportIsMeasured()
{
    EventFixture fixture = mails(true);
    const Analysis analysis = fixture.analysis();
    LoadAssumptions assumptions;
    assumptions.requestsPerVisit = 10;
    const MeasuredLoad load = measuredLoad(*analysis.table, *analysis.verdicts, assumptions);
    QVERIFY(load.hasOwnScanners && load.hasOwnPeople && load.isSinceDelivery);
    QCOMPARE(load.messages, std::uint64_t{300});
    QCOMPARE(load.scannerRequests, std::uint64_t{120 * 8});
    QCOMPARE(load.visits, std::uint64_t{300});
    QCOMPARE(load.profile.scanners.requests, 3.2);
    QCOMPARE(load.profile.scanners.burst, 4.0);
    QCOMPARE(load.profile.people.requests, 10.0);
    QCOMPARE(load.profile.scanners.curve.shareBy(29), 0.0);
    QCOMPARE(load.profile.scanners.curve.shareBy(32), 1.0);
    QVERIFY(std::abs(load.profile.people.curve.shareBy(3'600 + 150 * 67) - 0.5) < 0.02);
}

void TestBatchAdvice::tooFewClicksAreNotGoneBy()
{
    EventFixture fixture = mails(true, 50);
    const Analysis analysis = fixture.analysis();
    const MeasuredLoad load = measuredLoad(*analysis.table, *analysis.verdicts, {});
    QVERIFY(!load.hasOwnScanners && !load.hasOwnPeople);
    QCOMPARE(load.profile.scanners.requests, assumedLoad({}).scanners.requests);
    QCOMPARE(load.profile.people.requests, assumedLoad({}).people.requests);
}

void TestBatchAdvice::withoutDeliveriesTheSendCounts()
{
    EventFixture fixture = mails(false);
    const Analysis analysis = fixture.analysis();
    const MeasuredLoad load = measuredLoad(*analysis.table, *analysis.verdicts, {});
    QVERIFY(!load.isSinceDelivery);
    QVERIFY(load.hasOwnScanners);
    QCOMPARE(load.profile.scanners.curve.shareBy(34), 0.0);
    QCOMPARE(load.profile.scanners.curve.shareBy(37), 1.0);
}

void TestBatchAdvice::aCacheTakesItsShare()
{
    LoadAssumptions half;
    half.cachedShare = 0.5;
    QCOMPARE(assumedLoad(half).scanners.requests, assumedLoad({}).scanners.requests / 2);
    QCOMPARE(assumedLoad(half).people.requests, assumedLoad({}).people.requests / 2);
}

} // namespace

QTEST_GUILESS_MAIN(TestBatchAdvice)
#include "tst_batchadvice.moc"
