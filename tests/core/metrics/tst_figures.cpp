// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/agreement.h"
#include "core/metrics/breakdown.h"
#include "core/metrics/timeline.h"
#include "support/eventfixture.h"

#include <QTest>

#include <cmath>

using namespace clicksieve;
using namespace clicksieve::tests;

namespace {

std::string url(int number)
{
    return "https://shop.example/" + std::to_string(number);
}

/// Four recipients of one campaign:
///  anna@n.example  swept by a scanner at 33 s (9 links), opens and clicks as a person after two hours
///  bo@n.example    swept by a scanner at 33 s (9 links), nothing else
///  cleo@g.example  opens as a person
///  dora@g.example  clicks as a person without loading pictures
/// and eve@g.example, who got it and did nothing.
Analysis campaign()
{
    EventFixture mail;
    for (const char *recipient :
         {"anna@n.example", "bo@n.example", "cleo@g.example", "dora@g.example", "eve@g.example"})
        mail.sent(recipient).delivered(recipient, 1'000);
    for (const char *recipient : {"anna@n.example", "bo@n.example"}) {
        for (int link = 0; link < 9; ++link)
            mail.click(recipient, 33'000 + link * 100, url(link));
    }
    mail.open("anna@n.example", 7'200'000).click("anna@n.example", 7'230'000, url(2));
    mail.open("cleo@g.example", 10'800'000);
    mail.click("dora@g.example", 14'400'000, url(2));
    return mail.analysis();
}

} // namespace

class TestFigures : public QObject {
    Q_OBJECT

private slots:
    void totalsAreThoseWorkedOutByHand()
    {
        const Analysis analysis = campaign();
        JobContext context(2);
        const Figures figures = totalFigures(*analysis.table, *analysis.verdicts, {}, context);
        QCOMPARE(figures.sent, std::optional<std::uint64_t>(5));
        QCOMPARE(figures.delivered, std::optional<std::uint64_t>(5));
        QCOMPARE(figures.raw.opens, 2U);
        QCOMPARE(figures.raw.clicks, 20U);
        QCOMPARE(figures.raw.uniqueOpens, 2U);  // anna, cleo
        QCOMPARE(figures.raw.uniqueClicks, 3U); // anna, bo, dora
        QCOMPARE(figures.adjusted.clicks, 2U);
        QCOMPARE(figures.adjusted.uniqueClicks, 2U); // anna, dora
        QCOMPARE(figures.adjusted.uniqueOpens, 3U);  // anna, cleo, and dora, who clicked
        QCOMPARE(figures.machineClicks, 18U);
        QCOMPARE(figures.machineOpens, 0U);
        QCOMPARE(figures.machineRecipients, 2U);
        QCOMPARE(*figures.ctor(figures.raw).value(), 1.5);
        QCOMPARE(*figures.ctor(figures.adjusted).value(), 2.0 / 3.0);
        QCOMPARE(*figures.openRate(figures.adjusted).value(), 0.6);
        QCOMPARE(*figures.ctr(figures.adjusted).value(), 0.4);
    }

    void domainsAddUpToTheTotal()
    {
        const Analysis analysis = campaign();
        JobContext context(2);
        const auto domains = figuresByDomain(*analysis.table, *analysis.verdicts, {}, context);
        QCOMPARE(domains.size(), 2U);
        const auto of = [&](std::string_view name) {
            const DomainIndex domain = analysis.table->findDomain(name);
            return std::ranges::find(domains, domain.value(), &GroupFigures::group)->figures;
        };
        QCOMPARE(of("n.example").raw.uniqueClicks, 2U);
        QCOMPARE(of("n.example").adjusted.uniqueClicks, 1U);
        QCOMPARE(of("n.example").machineClicks, 18U);
        QCOMPARE(of("g.example").machineClicks, 0U);
        QCOMPARE(of("g.example").adjusted.uniqueOpens, 2U);
        QCOMPARE(of("n.example").messages + of("g.example").messages, 5U);
    }

    void linksCountMessages()
    {
        const Analysis analysis = campaign();
        JobContext context(1);
        const auto links = figuresByLink(*analysis.table, *analysis.verdicts, {}, context);
        QCOMPARE(links.size(), 9U);
        const GroupFigures &second = links[2]; // url(2), in order of first appearance
        QCOMPARE(second.figures.raw.clicks, 4U);
        QCOMPARE(second.figures.raw.uniqueClicks, 3U);
        QCOMPARE(second.figures.adjusted.uniqueClicks, 2U);
        QVERIFY(!second.figures.sent);
    }

    void filterLimitsEverything()
    {
        const Analysis analysis = campaign();
        JobContext context(1);
        Filter onlyBurst;
        onlyBurst.sinceSend = {{0, 60'000}};
        const Figures burst = totalFigures(*analysis.table, *analysis.verdicts, onlyBurst, context);
        QCOMPARE(burst.raw.clicks, 18U);
        QCOMPARE(burst.raw.opens, 0U);
        QCOMPARE(burst.adjusted.uniqueClicks, 0U);
        QVERIFY(!burst.ctor(burst.raw).value()); // no opens there: no rate, not zero

        Filter onlyDomain;
        onlyDomain.domain = analysis.table->findDomain("g.example");
        const Figures domain = totalFigures(*analysis.table, *analysis.verdicts, onlyDomain, context);
        QCOMPARE(domain.sent, std::optional<std::uint64_t>(3));
        QCOMPARE(domain.raw.clicks, 1U);
        QCOMPARE(onlyDomain.parts(), 1);
        QVERIFY(!onlyDomain.isEmpty());
    }

    void unknownIsNotZero()
    {
        EventFixture mail;
        mail.open("a@x.example", 0);
        const Analysis analysis = mail.analysis();
        JobContext context(1);
        const Figures figures = totalFigures(*analysis.table, *analysis.verdicts, {}, context);
        QVERIFY(!figures.sent);
        QVERIFY(!figures.delivered);
        QVERIFY(!figures.openRate(figures.raw).value());
        QVERIFY(!figures.ctr(figures.raw).interval());
        QCOMPARE(*figures.ctor(figures.raw).value(), 0.0);
    }

    void anonymousEventsAreNoPeople()
    {
        EventFixture mail;
        mail.open("", 0).open("", 1'000).open("a@x.example", 2'000);
        const Analysis analysis = mail.analysis();
        JobContext context(1);
        const auto campaigns = figuresByCampaign(*analysis.table, *analysis.verdicts, {}, context);
        QCOMPARE(campaigns.front().figures.raw.opens, 3U);
        QCOMPARE(campaigns.front().figures.raw.uniqueOpens, 1U);
        QCOMPARE(campaigns.front().figures.anonymousActions, 2U);
    }

    void opensOfPrivacyServicesAreToldApart()
    {
        // Apple's relays load every image ahead. Anna is seen no other way; bo clicks; cleo opens elsewhere too;
        // dora's image is loaded by a library, which is a machine but no privacy service.
        constexpr auto kRelay = "17.58.97.1";
        constexpr auto kPrefetch = "Mozilla/5.0";
        constexpr auto kBrowser = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like "
                                  "Gecko) Chrome/122.0 Safari/537.36";
        EventFixture mail;
        for (const char *recipient : {"anna@i.example", "bo@i.example", "cleo@i.example", "dora@i.example"})
            mail.sent(recipient).delivered(recipient, 1'000);
        for (const char *recipient : {"anna@i.example", "bo@i.example", "cleo@i.example"})
            mail.open(recipient, 900'000, kRelay, kPrefetch);
        mail.click("bo@i.example", 7'200'000, url(1), "203.0.113.5", kBrowser);
        mail.open("cleo@i.example", 9'200'000, "203.0.113.6", kBrowser);
        mail.open("dora@i.example", 900'000, "198.51.100.7", "python-requests/2.31");
        const Analysis analysis = mail.analysis();
        JobContext context(1);
        const Figures figures = totalFigures(*analysis.table, *analysis.verdicts, {}, context);
        QCOMPARE(figures.machineOpens, 4U);
        QCOMPARE(figures.prefetchedOnly, 1U);
        QVERIFY(!figures.isMostlyPrefetched());
        QVERIFY(figures.hasFewOpened());

        EventFixture other;
        other.open("anna@i.example", 900'000, kRelay, kPrefetch);
        const Analysis onlyAhead = other.analysis();
        QVERIFY(totalFigures(*onlyAhead.table, *onlyAhead.verdicts, {}, context).isMostlyPrefetched());
    }

    void wilsonIntervals_data()
    {
        // Worked out with the closed formula and z = 1.959964; 10 of 100 is the textbook case (0.0552, 0.1744).
        QTest::addColumn<quint64>("part");
        QTest::addColumn<quint64>("whole");
        QTest::addColumn<double>("low");
        QTest::addColumn<double>("high");
        QTest::newRow("10 of 100") << quint64{10} << quint64{100} << 0.05522 << 0.17437;
        QTest::newRow("0 of 10") << quint64{0} << quint64{10} << 0.0 << 0.27753;
        QTest::newRow("10 of 10") << quint64{10} << quint64{10} << 0.72247 << 1.0;
        QTest::newRow("48 of 62, precision in the Merck study")
            << quint64{48} << quint64{62} << 0.65594 << 0.86045;
    }

    void wilsonIntervals()
    {
        QFETCH(quint64, part);
        QFETCH(quint64, whole);
        const auto interval = Ratio{part, whole}.interval();
        QVERIFY(interval);
        QFETCH(double, low);
        QFETCH(double, high);
        qInfo("%.5f %.5f", interval->first, interval->second);
        QVERIFY(std::abs(interval->first - low) < 1e-4);
        QVERIFY(std::abs(interval->second - high) < 1e-4);
    }

    void timelineHoldsEveryEventOnce()
    {
        const Analysis analysis = campaign();
        for (const auto scale : {TimelineOptions::Scale::Linear, TimelineOptions::Scale::Logarithmic}) {
            for (const std::int64_t bin :
                 {std::int64_t{0}, std::int64_t{1'000}, std::int64_t{60'000}, std::int64_t{86'400'000}}) {
                TimelineOptions options;
                options.scale = scale;
                options.binMs = bin;
                const Timeline timeline = makeTimeline(*analysis.table, *analysis.verdicts, {}, options);
                std::uint64_t machines = 0;
                std::uint64_t people = 0;
                for (std::size_t place = 0; place < timeline.bins.size(); ++place) {
                    const TimelineBin &b = timeline.bins[place];
                    machines += b.machineClicks + b.machineOpens;
                    people += b.humanClicks + b.humanOpens;
                    QVERIFY(b.from < b.to);
                    QVERIFY(place == 0 || timeline.bins[place - 1].to == b.from);
                }
                QVERIFY(timeline.bins.size() <= Timeline::kMaximumBins);
                QCOMPARE(machines + people + timeline.outside, 22U);
                QCOMPARE(machines, 18U);
            }
        }
    }

    void timelineMarksTheBurst()
    {
        EventFixture mail;
        for (int recipient = 0; recipient < 10; ++recipient) {
            const std::string name = "r" + std::to_string(recipient) + "@n.example";
            mail.sent(name);
            for (int link = 0; link < 9; ++link)
                mail.click(name, 33'000 + recipient * 500 + link * 50, url(link));
        }
        mail.click("r1@n.example", 7'200'000, url(1));
        const Analysis analysis = mail.analysis();
        const Timeline timeline = makeTimeline(*analysis.table, *analysis.verdicts, {}, {});
        QVERIFY(timeline.burst);
        QCOMPARE(timeline.burst->from, TimeMs{33'000});
        QCOMPARE(timeline.burst->to, TimeMs{38'000});
        QCOMPARE(timeline.burst->machineEvents, 90U);
        QCOMPARE(timeline.burst->recipients, 10U);
    }

    void theServicesMarkIsCountedBesideOurVerdict()
    {
        EventFixture mail;
        mail.sent("a@x.example");
        mail.flag(MachineFlag::Human).click("a@x.example", 7'200'000, "https://x.example/1");
        mail.flag(MachineFlag::Machine).open("a@x.example", 7'200'000);
        mail.open("a@x.example", 9'200'000);
        const Analysis analysis = mail.analysis();
        const VendorAgreement agreement = vendorAgreement(*analysis.table, *analysis.verdicts, {});
        QCOMPARE(agreement.clicks.marked(), 1U);
        QCOMPARE(agreement.clicks.agreed(), 1U);
        QCOMPARE(agreement.clicks.count(Verdict::Human, MachineFlag::Human), 1U);
        QCOMPARE(agreement.opens.marked(), 1U);
        QCOMPARE(agreement.opens.count(analysis.verdicts->verdict(2), MachineFlag::Machine), 1U);
        QCOMPARE(agreement.opens.count(analysis.verdicts->verdict(3), MachineFlag::Unknown), 1U);
        Filter clicks;
        clicks.type = EventType::Click;
        QCOMPARE(vendorAgreement(*analysis.table, *analysis.verdicts, clicks).opens.marked(), 0U);
    }

    void timelineSaysWhatHasNoSendTime()
    {
        EventFixture mail;
        mail.open("a@x.example", 0).open("b@x.example", 5'000);
        const Analysis analysis = mail.analysis();
        const Timeline sinceSend = makeTimeline(*analysis.table, *analysis.verdicts, {}, {});
        QCOMPARE(sinceSend.withoutSendTime, 2U);
        QVERIFY(sinceSend.bins.empty());
        TimelineOptions clock;
        clock.axis = TimelineOptions::Axis::Clock;
        const Timeline onClock = makeTimeline(*analysis.table, *analysis.verdicts, {}, clock);
        QCOMPARE(onClock.bins.front().from, EventFixture::kSent);
        QCOMPARE(onClock.withoutSendTime, 0U);
    }
};

QTEST_GUILESS_MAIN(TestFigures)
#include "tst_figures.moc"
