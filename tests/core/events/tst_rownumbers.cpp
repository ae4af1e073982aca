// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/events/rownumbers.h"

#include <QTest>

using namespace clicksieve;

namespace {

/// The rows of the events of a block, and how many rows it has.
struct Block {
    std::vector<std::uint32_t> rows;
    std::uint32_t count = 0;
};

class TestRowNumbers : public QObject {
    Q_OBJECT

private slots:
    void rowsComeOutAsTheyWentIn_data();
    void rowsComeOutAsTheyWentIn();

private:
    using Sources = std::vector<std::vector<Block>>;
};

void TestRowNumbers::rowsComeOutAsTheyWentIn_data()
{
    QTest::addColumn<Sources>("sources");
    QTest::newRow("none") << Sources{{}};
    QTest::newRow("every row") << Sources{{{{1, 2, 3}, 3}, {{1, 2}, 2}}, {{{1, 2}, 2}}};
    QTest::newRow("a source without events between") << Sources{{{{1}, 1}}, {}, {{{}, 0}}, {{{1, 2}, 2}}};
    QTest::newRow("the first row is left out") << Sources{{{{2, 3}, 3}, {{1}, 1}}};
    QTest::newRow("the last row of a block is left out") << Sources{{{{1, 2}, 3}, {{1, 2}, 2}}};
    QTest::newRow("a row left out in the second source") << Sources{{{{1, 2}, 2}}, {{{1}, 1}, {{1, 3}, 3}}};
    QTest::newRow("two events of a row") << Sources{{{{1, 2, 2, 3}, 3}}, {{{1, 2}, 2}}};
    QTest::newRow("a block without events") << Sources{{{{}, 4}, {{1, 2}, 2}}};
}

void TestRowNumbers::rowsComeOutAsTheyWentIn()
{
    QFETCH(const Sources, sources);
    RowNumbers numbers;
    numbers.reserve(5);
    std::vector<std::uint32_t> expected;
    for (const std::vector<Block> &blocks : sources) {
        std::uint32_t before = 0;
        for (const Block &block : blocks) {
            numbers.append(block.rows, block.count);
            for (const std::uint32_t row : block.rows)
                expected.push_back(before + row);
            before += block.count;
        }
        numbers.endSource();
    }
    for (std::size_t event = 0; event < expected.size(); ++event)
        QCOMPARE(numbers[event], expected[event]);

    std::vector<std::uint8_t> isKept;
    std::vector<std::uint32_t> kept;
    for (std::size_t event = 0; event < expected.size(); ++event) {
        isKept.push_back(event % 3 == 1 ? 0 : 1);
        if (isKept.back() == 1)
            kept.push_back(expected[event]);
    }
    numbers.keepOnly(isKept);
    for (std::size_t event = 0; event < kept.size(); ++event)
        QCOMPARE(numbers[event], kept[event]);
}

} // namespace

QTEST_GUILESS_MAIN(TestRowNumbers)

#include "tst_rownumbers.moc"
