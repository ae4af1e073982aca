// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/events/rowtimes.h"

#include <QTest>

using namespace clicksieve;

namespace {

constexpr TimeMs kMarch = 1'773'133'200'000; // 2026-03-10

class TestRowTimes : public QObject {
    Q_OBJECT

private slots:
    void timesComeOutAsTheyWentIn_data();
    void timesComeOutAsTheyWentIn();
    void nothingStaysEmpty();

private:
    using Blocks = std::vector<std::vector<TimeMs>>;
};

void TestRowTimes::timesComeOutAsTheyWentIn_data()
{
    QTest::addColumn<Blocks>("blocks");
    QTest::newRow("whole seconds") << Blocks{{kMarch, kNoTime}, {kMarch + 5'000}};
    QTest::newRow("a millisecond at first") << Blocks{{kMarch + 1}, {kMarch, kNoTime}};
    QTest::newRow("a millisecond later") << Blocks{{kMarch, kNoTime}, {kNoTime, kMarch + 1}, {kMarch}};
    QTest::newRow("before 1970") << Blocks{{0}, {-1'000}};
    QTest::newRow("as late as can be") << Blocks{{4'294'967'294'000, 4'294'967'295'000}};
}

/// Between blocks with times are some without.
void TestRowTimes::timesComeOutAsTheyWentIn()
{
    QFETCH(const Blocks, blocks);
    RowTimes times;
    std::vector<TimeMs> expected;
    for (const std::vector<TimeMs> &block : blocks) {
        times.append({}, expected.size(), 2);
        expected.insert(expected.end(), 2, kNoTime);
        times.append(block, expected.size(), block.size());
        expected.insert(expected.end(), block.begin(), block.end());
    }
    for (std::size_t event = 0; event < expected.size(); ++event)
        QCOMPARE(times[event], expected[event]);

    std::vector<std::uint8_t> isKept;
    std::vector<TimeMs> kept;
    for (std::size_t event = 0; event < expected.size(); ++event) {
        isKept.push_back(event % 3 == 1 ? 0 : 1);
        if (isKept.back() == 1)
            kept.push_back(expected[event]);
    }
    times.keepOnly(isKept);
    for (std::size_t event = 0; event < kept.size(); ++event)
        QCOMPARE(times[event], kept[event]);
}

void TestRowTimes::nothingStaysEmpty()
{
    RowTimes times;
    times.append({}, 0, 1'000);
    QVERIFY(times.isEmpty());
}

} // namespace

QTEST_GUILESS_MAIN(TestRowTimes)

#include "tst_rowtimes.moc"
