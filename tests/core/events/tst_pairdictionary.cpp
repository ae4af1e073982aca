// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/events/pairdictionary.h"

#include <QTest>

using namespace clicksieve;

/// Pairs and their numbers, also while the dictionary grows and after room was made.
class TestPairDictionary : public QObject {
    Q_OBJECT

private slots:
    void numbersInOrderOfAppearance();
    void keepsNumbersWhileItGrows_data();
    void keepsNumbersWhileItGrows();
};

void TestPairDictionary::numbersInOrderOfAppearance()
{
    PairDictionary pairs;
    QCOMPARE(pairs.intern({7, 8}), 0U);
    QCOMPARE(pairs.intern({8, 7}), 1U);
    QCOMPARE(pairs.intern({7, 0xFFFF'FFFFU}), 2U);
    QCOMPARE(pairs.intern({7, 8}), 0U);
    QCOMPARE(pairs.size(), 3U);
    QVERIFY(pairs[1] == PairDictionary::Pair(8, 7));
}

void TestPairDictionary::keepsNumbersWhileItGrows_data()
{
    QTest::addColumn<int>("room");
    QTest::newRow("no room made") << 0;
    QTest::newRow("too little") << 700;
    QTest::newRow("enough") << 30'000;
}

void TestPairDictionary::keepsNumbersWhileItGrows()
{
    QFETCH(int, room);
    PairDictionary pairs;
    pairs.intern({0, 0});
    pairs.reserve(static_cast<std::uint32_t>(room));
    pairs.reserve(1);
    constexpr std::uint32_t kPairs = 30'000;
    for (int round = 0; round < 2; ++round) {
        for (std::uint32_t number = 0; number < kPairs; ++number)
            QCOMPARE(pairs.intern({number % 100, number / 100}), number);
    }
    const std::vector<PairDictionary::Pair> all = pairs.takePairs();
    QCOMPARE(all.size(), std::size_t{kPairs});
    QVERIFY(all[12'345] == PairDictionary::Pair(45, 123));
}

QTEST_APPLESS_MAIN(TestPairDictionary)
#include "tst_pairdictionary.moc"
