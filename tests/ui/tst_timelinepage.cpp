// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "burstfixture.h"
#include "ui/session/session.h"
#include "ui/theme/numbers.h"
#include "ui/timeline/cumulative.h"
#include "ui/timeline/cumulativechart.h"
#include "ui/timeline/timelinechart.h"
#include "ui/timeline/timelinepage.h"
#include "ui/timeline/timelinetoolbar.h"

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>

using namespace clicksieve;
using namespace Qt::StringLiterals;

namespace {

constexpr TimeMs kHour = 3'600'000;
constexpr TimeMs kDay = 24 * kHour;

QStringList visibleTexts(const QWidget &page)
{
    QStringList texts;
    for (const QLabel *label : page.findChildren<QLabel *>()) {
        if (label->isVisible())
            texts << label->text();
    }
    return texts;
}

TimelineOptions options(TimelineOptions::Axis axis, TimelineOptions::Scale scale, std::int64_t binMs = 0)
{
    TimelineOptions made;
    made.axis = axis;
    made.scale = scale;
    made.binMs = binMs;
    return made;
}

using Axis = TimelineOptions::Axis;
using Scale = TimelineOptions::Scale;

} // namespace

class TimelinePageTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }

    // --- the axis ---

    void spansAreInWords_data()
    {
        QTest::addColumn<qlonglong>("ms");
        QTest::addColumn<QString>("text");
        QTest::newRow("zero") << 0LL << u"0 s"_s;
        QTest::newRow("below a second") << 400LL << u"0 s"_s;
        QTest::newRow("seconds") << 41'000LL << u"41 s"_s;
        QTest::newRow("minutes") << 60'000LL << u"1 min"_s;
        QTest::newRow("two units") << 18'600'000LL << u"5 h 10 min"_s;
        QTest::newRow("not three") << qlonglong{kDay + 2 * kHour + 60'000} << u"1 d 2 h"_s;
        QTest::newRow("far unit left out") << qlonglong{kDay + 60'000} << u"1 d"_s;
        QTest::newRow("before") << -90'000LL << u"−1 min 30 s"_s;
    }

    void spansAreInWords()
    {
        QFETCH(qlonglong, ms);
        QFETCH(QString, text);
        QCOMPARE(durationText(ms), text);
    }

    void positionsAndTimesAgree()
    {
        for (const TimeScale &scale :
             {TimeScale(Axis::SinceSend, Scale::Linear), TimeScale(Axis::SinceSend, Scale::Logarithmic),
              TimeScale(Axis::Clock, Scale::Logarithmic)}) {
            double last = -1e12;
            for (const TimeMs time :
                 {TimeMs{0}, TimeMs{500}, TimeMs{1'000}, TimeMs{41'000}, kHour, 30 * kDay}) {
                const double position = scale.position(time);
                QVERIFY(position > last);
                QVERIFY(std::abs(scale.time(position) - time) <= 1 + time / 1'000'000'000);
                last = position;
            }
        }
        QVERIFY(!TimeScale(Axis::Clock, Scale::Logarithmic).isLogarithmic());
    }

    void ticksAreFewRoundAndDifferent_data()
    {
        QTest::addColumn<bool>("clock");
        QTest::addColumn<bool>("logarithmic");
        QTest::addColumn<qlonglong>("span");
        for (const qlonglong span :
             {qlonglong{20'000}, qlonglong{kHour}, qlonglong{3 * kDay}, qlonglong{800 * kDay}}) {
            QTest::addRow("linear %lld", span) << false << false << span;
            QTest::addRow("logarithmic %lld", span) << false << true << span;
            QTest::addRow("clock %lld", span) << true << false << span;
        }
    }

    void ticksAreFewRoundAndDifferent()
    {
        QFETCH(bool, clock);
        QFETCH(bool, logarithmic);
        QFETCH(qlonglong, span);
        const TimeScale scale(clock ? Axis::Clock : Axis::SinceSend,
                              logarithmic ? Scale::Logarithmic : Scale::Linear);
        const TimeMs first = clock ? BurstFixture::kSent + 123 : 0;
        const double from = scale.position(first);
        const double to = scale.position(first + span);
        const auto ticks = scale.ticks(from, to, 8);
        QVERIFY(ticks.size() >= 2);
        QVERIFY(ticks.size() <= 9);
        QStringList labels;
        for (const auto &[position, label] : ticks) {
            QVERIFY(position >= from && position <= to);
            labels << label;
        }
        QCOMPARE(labels.removeDuplicates(), 0);
    }

    void clockRangesNameTheDayOnce()
    {
        const TimeScale clock(Axis::Clock, Scale::Linear);
        QCOMPARE(clock.rangeText(BurstFixture::kSent + 31'000, BurstFixture::kSent + 58'000),
                 u"2026-03-10 09:00:31 – 09:00:58"_s);
        QCOMPARE(TimeScale(Axis::SinceSend, Scale::Linear).rangeText(31'000, 58'000), u"31 s – 58 s"_s);
    }

    // --- the shares ---

    void halvesComeFromWithinTheBin()
    {
        Timeline timeline;
        timeline.bins = {{0, 1'000, 0, 0, 0, 10}, {1'000, 2'000, 0, 0, 3, 10}, {2'000, 4'000, 1, 0, 4, 0}};
        const Cumulative shares = makeCumulative(timeline);
        QCOMPARE(shares.people, 8U);
        QCOMPARE(shares.machines, 20U);
        QCOMPARE(shares.points.size(), 4U);
        QCOMPARE(shares.points[2].people, 0.375);
        QCOMPARE(shares.points.back().machines, 1.0);
        QCOMPARE(*shares.halfOfMachines, 1'000);
        QCOMPARE(*shares.halfOfPeople, 2'400); // the fourth of eight is the first of five in two seconds
    }

    void nobodyHasNoHalf()
    {
        QVERIFY(makeCumulative({}).points.empty());
        Timeline timeline;
        timeline.bins = {{0, 1'000, 0, 0, 2, 0}};
        const Cumulative shares = makeCumulative(timeline);
        QVERIFY(!shares.halfOfMachines);
        CumulativeChart chart;
        chart.setCumulative(shares, u"clicks"_s);
        QCOMPARE(chart.finding(), u"Half of the people's clicks came by 1 s."_s);
    }

    // --- the page ---

    void showsTheBurst()
    {
        const BurstFixture fixture;
        Session session;
        session.setAnalysis(fixture.analysis());
        TimelinePage page(session);
        page.resize(1'100, 700);
        page.show();
        QTRY_VERIFY(page.isUpToDate());
        const auto *chart = page.findChild<TimelineChart *>();
        QVERIFY(chart->timeline().burst.has_value());
        QCOMPARE(chart->burstText(), u"burst 31 s – 58 s: 360 opens and clicks, 60 recipients"_s);
        QVERIFY(chart->accessibleDescription().contains(u"360 of them in one burst (31 s – 58 s)"_s));
        const QStringList texts = visibleTexts(page);
        QVERIFY(texts.contains(u"4 events are left out: their send time is not known."_s));
        QVERIFY(texts.filter(u"half of the machines' by 45 s"_s).size() == 1);
    }

    void theBurstBecomesTheFilter()
    {
        const BurstFixture fixture;
        Session session;
        session.setAnalysis(fixture.analysis());
        TimelinePage page(session);
        page.show();
        QTRY_VERIFY(page.isUpToDate());
        for (QPushButton *button : page.findChildren<QPushButton *>()) {
            if (button->text() == u"Show only the burst"_s)
                button->click();
        }
        QCOMPARE(session.filter().sinceSend, (std::optional<std::pair<TimeMs, TimeMs>>({31'000, 58'000})));
        // The picture is without the range of time, so it is still right; only the sentence is counted anew.
        QVERIFY(page.findChild<TimelineChart *>()->timeline().bins.back().to > 58'000);
        QTRY_VERIFY(page.isUpToDate());
    }

    void saysWhatTheSelectionShows()
    {
        const BurstFixture fixture;
        Session session;
        session.setAnalysis(fixture.analysis());
        TimelinePage page(session);
        page.show();
        QTRY_VERIFY(page.isUpToDate());
        Filter filter;
        filter.sinceSend = {31'000, 58'000};
        session.setFilter(filter, u"burst"_s);
        QTRY_VERIFY(page.isUpToDate());
        const QString sentence =
            u"In the selected time (31 s – 58 s), machines made 100 % of 360 opens and clicks."_s;
        QVERIFY2(visibleTexts(page).contains(sentence), qPrintable(visibleTexts(page).join(u'\n')));
        session.history().undo();
        QTRY_VERIFY(page.isUpToDate());
        QVERIFY(visibleTexts(page).contains(page.findChild<TimelineChart *>()->accessibleDescription()));
    }

    void saysWhyAControlIsGrey()
    {
        TimelineToolBar bar;
        bar.show();
        const auto tips = [&bar] {
            QStringList found;
            for (const QWidget *widget : bar.findChildren<QWidget *>()) {
                if (!widget->isEnabled())
                    found << widget->toolTip();
            }
            return found;
        };
        bar.setOptions(options(Axis::SinceSend, Scale::Logarithmic));
        QVERIFY(!tips().filter(u"Choose “Linear”"_s).isEmpty());
        bar.setOptions(options(Axis::Clock, Scale::Linear));
        QVERIFY(!tips().filter(u"Choose “Since send”"_s).isEmpty());
    }

    void clockAxisIsOfDates()
    {
        TimelineChart chart;
        Timeline timeline;
        timeline.options.axis = Axis::Clock;
        chart.setTimeline(timeline);
        const auto axes = chart.chart()->axes(Qt::Horizontal);
        QCOMPARE(axes.front()->titleText(), u"Date and time (UTC)"_s);
    }

    void dragFiltersAtTheBordersOfBars()
    {
        const BurstFixture fixture;
        Session session;
        session.setAnalysis(fixture.analysis());
        TimelinePage page(session);
        page.resize(1'100, 700);
        page.show();
        page.findChild<TimelineToolBar *>()->setOptions(options(Axis::SinceSend, Scale::Linear, kHour));
        QTRY_VERIFY(page.isUpToDate());
        auto *chart = page.findChild<TimelineChart *>();
        QTRY_COMPARE(chart->timeline().options.binMs, kHour);

        emit chart->rangeSelected(1.5 * 3'600, 4.2 * 3'600); // positions of a linear axis are seconds
        QCOMPARE(session.filter().sinceSend, (std::optional<std::pair<TimeMs, TimeMs>>({kHour, 5 * kHour})));
        QCOMPARE(session.history().undoText(), u"Time 1 h – 5 h"_s);
        QTRY_VERIFY(page.isUpToDate());
        QVERIFY(chart->timeline().bins.size() > 20); // all of it still shows

        emit chart->resetWanted();
        QVERIFY(session.filter().isEmpty());
    }

    void clockAxisFiltersByTheClock()
    {
        const BurstFixture fixture;
        Session session;
        session.setAnalysis(fixture.analysis());
        Filter filter;
        filter.sinceSend = {0, kDay};
        session.setFilter(filter, u"first day"_s);
        TimelinePage page(session);
        page.show();
        page.findChild<TimelineToolBar *>()->setOptions(options(Axis::Clock, Scale::Linear, kHour));
        QTRY_VERIFY(page.isUpToDate());
        auto *chart = page.findChild<TimelineChart *>();
        QTRY_VERIFY(chart->timeline().options.axis == Axis::Clock);
        QVERIFY(chart->timeline().bins.size() <= 24); // the other axis' range holds
        QCOMPARE(chart->timeline().bins.front().from, BurstFixture::kSent);

        const double start = static_cast<double>(BurstFixture::kSent) / 1'000;
        emit chart->rangeSelected(start + 10, start + 20);
        QCOMPARE(session.filter().clock, (std::optional<std::pair<TimeMs, TimeMs>>(
                                             {BurstFixture::kSent, BurstFixture::kSent + kHour})));
        QVERIFY(session.filter().sinceSend.has_value());
    }

    void followsTheFilterAndTheToolBar()
    {
        const BurstFixture fixture;
        Session session;
        session.setAnalysis(fixture.analysis());
        TimelinePage page(session);
        page.show();
        QTRY_VERIFY(page.isUpToDate());
        auto *chart = page.findChild<TimelineChart *>();

        TimelineOptions opensOnly = options(Axis::SinceSend, Scale::Logarithmic);
        opensOnly.clicks = false;
        page.findChild<TimelineToolBar *>()->setOptions(opensOnly);
        QTRY_VERIFY(page.isUpToDate());
        QTRY_VERIFY(!chart->timeline().burst); // machines only clicked

        Filter filter;
        filter.verdict = Verdict::Machine;
        session.setFilter(filter, u"machines"_s);
        QTRY_VERIFY(page.isUpToDate());
        QCOMPARE(chart->accessibleDescription(), u"No opens to show here."_s);
    }

    void hiddenPagesDoNotCompute()
    {
        const BurstFixture fixture;
        Session session;
        TimelinePage page(session);
        session.setAnalysis(fixture.analysis());
        QVERIFY(!page.isUpToDate());
        QVERIFY(page.findChild<TimelineChart *>()->timeline().bins.empty());
        page.show();
        QTRY_VERIFY(page.isUpToDate());
    }

    void zoomStaysWithinThePicture()
    {
        const BurstFixture fixture;
        Session session;
        session.setAnalysis(fixture.analysis());
        TimelinePage page(session);
        page.resize(1'100, 700);
        page.show();
        QTRY_VERIFY(page.isUpToDate());
        auto *chart = page.findChild<TimelineChart *>();
        const double left = chart->valueAt(chart->pixelAt(0));
        QVERIFY(std::abs(left) < 1e-9);
        const double widthBefore = chart->pixelAt(2) - chart->pixelAt(1);
        emit chart->wheelTurned(1.6, 3);
        QVERIFY(chart->pixelAt(2) - chart->pixelAt(1) > widthBefore * 1.5);
        emit chart->wheelTurned(1.6, -50);
        QVERIFY(std::abs(chart->pixelAt(2) - chart->pixelAt(1) - widthBefore) < 1.0);
    }
};

QTEST_MAIN(TimelinePageTest)
#include "tst_timelinepage.moc"
