// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/events/firstofequals.h"
#include "core/jobs/jobcontext.h"

#include <QTest>

#include <random>
#include <set>

using namespace clicksieve;

namespace {

class TestFirstOfEquals : public QObject {
    Q_OBJECT

private slots:
    void onlyTheFirstOfEqualsIsMarked_data();
    void onlyTheFirstOfEqualsIsMarked();
    void whatSaysNothingIsNeverARepetition();
    void hashesThatShareTheirPlaceAreToldApart();
};

void TestFirstOfEquals::onlyTheFirstOfEqualsIsMarked_data()
{
    QTest::addColumn<std::size_t>("count");
    QTest::newRow("none") << std::size_t{0};
    QTest::newRow("few") << std::size_t{100};
    QTest::newRow("more than one stretch") << std::size_t{2'500'000};
}

void TestFirstOfEquals::onlyTheFirstOfEqualsIsMarked()
{
    QFETCH(const std::size_t, count);
    std::mt19937_64 random(3);
    std::vector<std::uint64_t> identities;
    std::set<std::size_t> repeated;
    while (identities.size() < count) {
        if (!identities.empty() && random() % 50 == 0) {
            repeated.insert(identities.size());
            identities.push_back(identities[random() % identities.size()]);
        } else {
            identities.push_back(random() | 1U); // 64 random bits are never there twice
        }
    }
    for (int threads = 1; threads <= 3; ++threads) {
        JobContext context(threads);
        const auto isFirst = firstOfEquals(identities, context);
        QCOMPARE(isFirst.size(), count);
        for (std::size_t place = 0; place < count; ++place) {
            if ((isFirst[place] == 0) != repeated.contains(place))
                QFAIL(qPrintable(QString::number(place)));
        }
    }
}

void TestFirstOfEquals::whatSaysNothingIsNeverARepetition()
{
    JobContext context(1);
    const std::vector<std::uint64_t> identities{0, 7, 0, 7, 0};
    QCOMPARE(firstOfEquals(identities, context), (std::vector<std::uint8_t>{1, 1, 1, 0, 1}));
}

void TestFirstOfEquals::hashesThatShareTheirPlaceAreToldApart()
{
    std::vector<std::uint64_t> identities;
    for (std::uint64_t high = 1; high <= 500; ++high)
        identities.push_back(high << 32U);
    JobContext context(1);
    QCOMPARE(firstOfEquals(identities, context), std::vector<std::uint8_t>(identities.size(), 1));
}

} // namespace

QTEST_GUILESS_MAIN(TestFirstOfEquals)

#include "tst_firstofequals.moc"
