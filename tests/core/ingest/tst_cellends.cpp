// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/events/sametext.h"
#include "core/ingest/cellends.h"
#include "core/ingest/csvscan.h"

#include <QTest>

#include <random>
#include <string>

using namespace clicksieve;

namespace {

class TestCellEnds : public QObject {
    Q_OBJECT

private slots:
    void blocksAgreeWithThePlainScan();
    void sameTextsAreToldAsByTheStandard();
};

/// Places rise, stay, jump far ahead and at times go back, as in cells with quotes.
void TestCellEnds::blocksAgreeWithThePlainScan()
{
    std::mt19937 random(4);
    for (int round = 0; round < 400; ++round) {
        std::string text(random() % 400, 'x');
        const std::size_t rare = 1 + random() % 90;
        for (char &character : text)
            character = random() % rare == 0 ? ";\n\r,\xbb\x8a"[random() % 6] : 'x';
        CellEnds ends(text, ';');
        std::size_t from = 0;
        for (int ask = 0; ask < 200; ++ask) {
            const std::size_t found = ends.next(from);
            QCOMPARE(found, findCellEndPlain(text, ';', from));
            const std::uint64_t behind = found < text.size() ? ends.behind(found) : 0;
            for (std::size_t place = found + 1; place < std::min(text.size(), ends.block() + 64); ++place)
                QCOMPARE(behind >> (place - ends.block()) & 1U,
                         found < text.size() && findCellEndPlain(text, ';', place) == place ? 1U : 0U);
            from = random() % 20 == 0 ? random() % (text.size() + 1)
                                      : std::min(text.size(), found + random() % 3);
        }
    }
}

void TestCellEnds::sameTextsAreToldAsByTheStandard()
{
    for (std::size_t size = 0; size < 40; ++size) {
        const std::string text(size, 'a');
        QVERIFY(isSameText(text, std::string(size, 'a')));
        QVERIFY(!isSameText(text, text + 'a'));
        for (std::size_t place = 0; place < size; ++place) {
            std::string other = text;
            other[place] = 'b';
            QVERIFY(!isSameText(text, other));
        }
    }
}

} // namespace

QTEST_GUILESS_MAIN(TestCellEnds)

#include "tst_cellends.moc"
