// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/jsonscan.h"

#include <QTest>

#include <random>
#include <string>

using namespace clicksieve;

namespace {

class TestJsonScan : public QObject {
    Q_OBJECT

private slots:
    void bothWaysAgree();
    void everyByteIsOneOrNone();
};

void TestJsonScan::bothWaysAgree()
{
    std::mt19937 random(9);
    for (int round = 0; round < 500; ++round) {
        std::string text(random() % 80, 'x');
        for (char &character : text)
            character = random() % 12 == 0 ? static_cast<char>(random()) : 'x';
        for (std::size_t from = 0; from <= text.size(); ++from)
            QCOMPARE(findStringMark(text, from), findStringMarkPlain(text, from));
    }
}

void TestJsonScan::everyByteIsOneOrNone()
{
    for (int byte = 0; byte < 256; ++byte) {
        std::string text(40, 'x');
        text[20] = static_cast<char>(byte);
        const bool isMark = byte < 0x20 || byte == '"' || byte == '\\';
        QCOMPARE(findStringMark(text, 0), isMark ? std::size_t{20} : text.size());
        QCOMPARE(findStringMarkPlain(text, 0), isMark ? std::size_t{20} : text.size());
    }
}

} // namespace

QTEST_GUILESS_MAIN(TestJsonScan)

#include "tst_jsonscan.moc"
