// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/events/timecolumn.h"

#include <QTest>

using namespace clicksieve;

namespace {

constexpr TimeMs kDay = 86'400'000;
constexpr TimeMs kMarch = 1'773'133'200'000; // 2026-03-10

class TestTimeColumn : public QObject {
    Q_OBJECT

private slots:
    void timesComeOutAsTheyWentIn_data();
    void timesComeOutAsTheyWentIn();
};

void TestTimeColumn::timesComeOutAsTheyWentIn_data()
{
    QTest::addColumn<std::vector<TimeMs>>("times");
    QTest::newRow("none") << std::vector<TimeMs>{};
    QTest::newRow("one") << std::vector<TimeMs>{kMarch};
    QTest::newRow("whole seconds") << std::vector<TimeMs>{kMarch + 5'000, kMarch, kMarch + 400 * kDay};
    QTest::newRow("milliseconds of some weeks")
        << std::vector<TimeMs>{kMarch + 1, kMarch, kMarch + 49 * kDay + 999};
    QTest::newRow("seconds of many years")
        << std::vector<TimeMs>{kMarch + 36'000 * kDay, kMarch, kMarch + 1'000, kMarch + 59'000};
    QTest::newRow("whole seconds but for the first")
        << std::vector<TimeMs>{kMarch + 500, kMarch + 400 * kDay + 500, kMarch + 1'500};
    QTest::newRow("milliseconds of many years")
        << std::vector<TimeMs>{kMarch, kMarch + 1, kMarch + 36'000 * kDay, kMarch + 400 * kDay + 7};
    QTest::newRow("just too long for milliseconds")
        << std::vector<TimeMs>{kMarch, kMarch + 4'294'967'295, kMarch + 4'294'967'296};
    QTest::newRow("before 1970") << std::vector<TimeMs>{-5, -4'000'000'000, 0, 3};
}

void TestTimeColumn::timesComeOutAsTheyWentIn()
{
    QFETCH(const std::vector<TimeMs>, times);
    RowTimes asRead;
    asRead.append(times, 0, times.size());
    const TimeColumn column(std::move(asRead));
    QCOMPARE(column.size(), times.size());
    for (std::size_t event = 0; event < times.size(); ++event)
        QCOMPARE(column[event], times[event]);

    TimeColumn backwards(column, times.size());
    for (std::size_t event = 0; event < times.size(); ++event)
        backwards.take(times.size() - 1 - event, column, event);
    for (std::size_t event = 0; event < times.size(); ++event)
        QCOMPARE(backwards[event], times[times.size() - 1 - event]);
}

} // namespace

QTEST_GUILESS_MAIN(TestTimeColumn)

#include "tst_timecolumn.moc"
