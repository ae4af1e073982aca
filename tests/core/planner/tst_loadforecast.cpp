// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planner/loadforecast.h"

#include <QTest>

#include <cmath>
#include <random>

using namespace clicksieve;

namespace {

/// 20 % of the mails scanned, 8 links, 1.2 fetches of each; 2 % click, 25 requests a visit.
LoadProfile referenceProfile()
{
    LoadProfile profile;
    profile.scanners = {0.2 * 8 * 1.2, 9.6, ResponseCurve::publishedScanners()};
    profile.people = {0.02 * 25, 1, ResponseCurve::publishedPeople()};
    return profile;
}

SendPlan planOf(int batches, double interval, double deliveryRate)
{
    return {50'000, batches, interval, deliveryRate};
}

ServerLimits limits()
{
    return {5, 60, 0.7};
}

/// Requests in the fullest second of one made-up send: each scanned mail's fetches in one second.
double highestSecond(const SendPlan &plan, std::mt19937 &random)
{
    std::uniform_real_distribution<double> share(0, 1);
    std::vector<double> counts(static_cast<std::size_t>(plan.finishedAfter()) + 90'000);
    const auto size = static_cast<int>(plan.batchSize());
    for (int batch = 0; batch < plan.batches; ++batch) {
        for (int mail = 0; mail < size; ++mail) {
            if (share(random) >= 0.2)
                continue;
            const double at = batch * plan.interval + mail / plan.deliveryRate
                              + ResponseCurve::publishedScanners().secondsFor(share(random));
            for (int link = 0; link < 8; ++link)
                counts[static_cast<std::size_t>(at)] += share(random) < 0.2 ? 2 : 1;
        }
    }
    return *std::max_element(counts.begin(), counts.end());
}

class TestLoadForecast : public QObject {
    Q_OBJECT

private slots:
    void curvesRiseFromNothingToAll();
    void measuredDelaysMakeTheirCurve();
    void theClosedFormIsTheSumOverMessages();
    void shiftedBatchesAreTheSumOfBatches();
    void referencePlans_data();
    void referencePlans();
    void chanceLiesInTheBand_data();
    void chanceLiesInTheBand();
    void withoutCapacityNothingIsSaidOfWaiting();
    void aSendThatIsItsOwnRampIsNotCountedTwice();
};

void TestLoadForecast::curvesRiseFromNothingToAll()
{
    for (const ResponseCurve *curve :
         {&ResponseCurve::publishedScanners(), &ResponseCurve::publishedPeople()}) {
        QCOMPARE(curve->shareBy(-1), 0.0);
        QCOMPARE(curve->shareBy(0), 0.0);
        QCOMPARE(curve->shareBy(1e9), 1.0);
        for (const ResponseCurve::Point &point : curve->points()) {
            QVERIFY(std::abs(curve->shareBy(point.seconds) - point.share) < 1e-12);
            QVERIFY(std::abs(curve->secondsFor(point.share) - point.seconds) < 1e-9);
        }
    }
    QCOMPARE(ResponseCurve::publishedScanners().shareBy(40), (0.027 + 0.691) / 2);
    QCOMPARE(ResponseCurve::publishedScanners().greatestDensity(), (0.691 - 0.027) / 40);
}

void TestLoadForecast::measuredDelaysMakeTheirCurve()
{
    std::vector<double> delays;
    for (int count = 1; count <= 1'000; ++count)
        delays.push_back(count * 0.06);
    const ResponseCurve curve = ResponseCurve::of(delays);
    QVERIFY(curve.points().size() <= 202);
    for (const double seconds : {0.3, 6.0, 30.0, 60.0})
        QVERIFY(std::abs(curve.shareBy(seconds) - seconds / 60) < 1e-9);

    const std::vector<double> atOnce{-2, 0, 0, 10};
    QCOMPARE(ResponseCurve::of(atOnce).shareBy(0), 0.0);
    QCOMPARE(ResponseCurve::of(atOnce).shareBy(0.001), 0.75);
    QCOMPARE(ResponseCurve::of(atOnce).shareBy(10), 1.0);
}

/// Message by message: each is delivered at its own moment, and its requests are spread as the curve says.
void TestLoadForecast::theClosedFormIsTheSumOverMessages()
{
    const LoadProfile profile = referenceProfile();
    const SendPlan plan = planOf(5, 600, 50);
    const auto arrived =
        [&](double seconds) { // requests so far, the delivery of a batch cut into narrow slices
            constexpr int kSlices = 20'000;
            const double length = plan.batchSize() / plan.deliveryRate;
            double sum = 0;
            for (int batch = 0; batch < plan.batches; ++batch) {
                for (int slice = 0; slice < kSlices; ++slice) {
                    const double since = seconds - batch * plan.interval - (slice + 0.5) * length / kSlices;
                    sum += plan.batchSize() / kSlices
                           * (profile.scanners.requests * profile.scanners.curve.shareBy(since)
                              + profile.people.requests * profile.people.curve.shareBy(since));
                }
            }
            return sum;
        };
    for (const double seconds : {5.0, 47.0, 222.0, 601.5, 1'234.0, 2'500.0}) {
        const double measured = (arrived(seconds + 0.5) - arrived(seconds - 0.5));
        double closed = 0; // the mean over the same second
        for (int part = 0; part < 1'000; ++part)
            closed += expectedRate(plan, profile, 0, seconds - 0.5 + (part + 0.5) / 1'000) / 1'000;
        QVERIFY2(std::abs(measured - closed) < 1e-4 * closed, qPrintable(QString::number(measured - closed)));
    }
}

/// The forecast adds batches by shifting; the closed form one by one.
void TestLoadForecast::shiftedBatchesAreTheSumOfBatches()
{
    const LoadProfile profile = referenceProfile();
    for (const SendPlan &plan : {planOf(20, 300, 370), planOf(10, 600, 50), planOf(3, 7, 1'000)}) {
        const LoadForecast result = forecast(plan, profile, limits());
        double highest = 0;
        for (int second = 0; second <= static_cast<int>(plan.finishedAfter() + 2'000); ++second)
            highest = std::max(highest, expectedRate(plan, profile, 5, second));
        QVERIFY(std::abs(result.peakRate - highest) < 1e-9);
        QVERIFY(std::abs(expectedRate(plan, profile, 5, result.peakAt) - highest) < 1e-9);
    }
}

void TestLoadForecast::referencePlans_data()
{
    QTest::addColumn<double>("rate");
    QTest::addColumn<int>("batches");
    QTest::addColumn<double>("interval");
    QTest::addColumn<double>("peak");
    QTest::addColumn<double>("at");
    QTest::addColumn<double>("backlog");
    QTest::addColumn<double>("wait");
    QTest::addColumn<double>("overload");
    const auto row = [](double rate, int batches, double interval, double peak, double at, double backlog,
                        double wait, double overload) {
        QTest::addRow("%g a second, %d every %g s", rate, batches, interval)
            << rate << batches << interval << peak << at << backlog << wait << overload;
    };
    row(370, 1, 0, 565.9, 145, 73'127, 1'218.8, 350);
    row(370, 2, 600, 509.7, 677, 44'788, 746.5, 562);
    row(370, 5, 600, 326.5, 2'455, 10'030, 167.2, 305);
    row(370, 10, 600, 166.3, 5'453, 3'882, 64.7, 470);
    row(370, 10, 300, 167.3, 2'734, 3'931, 65.5, 470);
    row(370, 20, 300, 86.6, 5'737, 952, 15.9, 760);
    row(370, 50, 60, 48.9, 2'984, 0, 0, 0);
    row(50, 1, 0, 101.7, 1'000, 35'732, 595.5, 992);
    row(50, 2, 600, 101.7, 1'100, 30'409, 506.8, 994);
    row(50, 5, 600, 90.7, 2'610, 4'045, 67.4, 936);
    row(50, 10, 600, 78.4, 5'510, 1'138, 19.0, 793);
    row(50, 10, 300, 79.5, 2'810, 1'365, 22.7, 829);
    row(50, 20, 300, 72.8, 5'760, 224, 3.7, 509);
    row(50, 50, 60, 48.9, 2'980, 0, 0, 0);
}

void TestLoadForecast::referencePlans()
{
    QFETCH(double, rate);
    QFETCH(int, batches);
    QFETCH(double, interval);
    const LoadForecast result = forecast(planOf(batches, interval, rate), referenceProfile(), limits());
    QTEST(std::round(result.peakRate * 10) / 10, "peak");
    QFETCH(double, at); // a plateau has no single top: the forecast names its beginning
    QVERIFY(result.peakAt <= at);
    QVERIFY(
        std::abs(expectedRate(planOf(batches, interval, rate), referenceProfile(), 5, at) - result.peakRate)
        < 1e-6);
    QTEST(std::round(*result.mostWaiting), "backlog");
    QTEST(std::round(*result.longestWait * 10) / 10, "wait");
    QTEST(*result.overload, "overload");
}

void TestLoadForecast::chanceLiesInTheBand_data()
{
    QTest::addColumn<int>("batches");
    QTest::addColumn<double>("interval");
    QTest::addColumn<double>("rate");
    QTest::newRow("at once") << 1 << 0.0 << 370.0;
    QTest::newRow("ten batches") << 10 << 600.0 << 370.0;
    QTest::newRow("ten slow batches") << 10 << 600.0 << 50.0;
}

/// Made-up sends with the same seed on every machine: eight in ten should end in the band.
void TestLoadForecast::chanceLiesInTheBand()
{
    QFETCH(int, batches);
    QFETCH(double, interval);
    QFETCH(double, rate);
    constexpr int kSends = 200;
    LoadProfile profile = referenceProfile();
    profile.people.requests = 0;
    const SendPlan plan = planOf(batches, interval, rate);
    const PeakForecast peak = forecast(plan, profile, {0, std::nullopt, 0.7}).peaks[0];
    std::mt19937 random(7);
    int below = 0;
    int within = 0;
    for (int send = 0; send < kSends; ++send) {
        const double highest = highestSecond(plan, random);
        below += highest < peak.middle ? 1 : 0;
        within += highest >= peak.low && highest <= peak.high ? 1 : 0;
    }
    const QByteArray figures = QByteArray::number(peak.low) + " " + QByteArray::number(peak.middle) + " "
                               + QByteArray::number(peak.high) + ": " + QByteArray::number(within)
                               + " within, " + QByteArray::number(below) + " below the middle";
    QVERIFY2(within > kSends * 7 / 10 && within < kSends * 9 / 10, figures.constData());
    QVERIFY2(below > kSends * 35 / 100 && below < kSends * 65 / 100, figures.constData());
}

void TestLoadForecast::withoutCapacityNothingIsSaidOfWaiting()
{
    const LoadForecast result = forecast(planOf(1, 0, 370), referenceProfile(), {5, std::nullopt, 0.7});
    QVERIFY(!result.longestWait && !result.mostWaiting && !result.overload);
    QVERIFY(result.peakRate > 500);
}

void TestLoadForecast::aSendThatIsItsOwnRampIsNotCountedTwice()
{
    const LoadProfile profile = referenceProfile();
    const SendPlan plan{50'000, 1, 0};
    double sum = 0;
    for (int second = 0; second < 700'000; ++second)
        sum += expectedRate(plan, profile, 0, second);
    QVERIFY(std::abs(sum - 50'000 * 2.42) < 1);
    QCOMPARE(plan.finishedAfter(), 0.0);
}

} // namespace

QTEST_GUILESS_MAIN(TestLoadForecast)
#include "tst_loadforecast.moc"
