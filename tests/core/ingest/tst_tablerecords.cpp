// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/sourcetext.h"
#include "core/ingest/tablerecords.h"
#include "core/jobs/jobcontext.h"
#include "support/testfolder.h"

#include <QTest>

#include <random>

using namespace clicksieve;
using namespace clicksieve::tests;
using namespace Qt::StringLiterals;

namespace {

struct Record {
    std::vector<std::string> cells;
    CsvReader::Fault fault = CsvReader::Fault::None;

    bool operator==(const Record &) const = default;
};

Record recordOf(const CsvReader &reader)
{
    return {{reader.cells().begin(), reader.cells().end()}, reader.fault()};
}

/// Few characters, so that quotes, separators and line ends meet in every way.
QByteArray randomText(std::mt19937 &random, int length)
{
    static constexpr std::string_view kCharacters = "abc,,,\"\"\n\n\r";
    QByteArray text;
    for (int place = 0; place < length; ++place)
        text += kCharacters[random() % kCharacters.size()];
    return text;
}

class TestTableRecords : public QObject {
    Q_OBJECT

private slots:
    void windowsOfAFileReadAsTheWholeText_data();
    void windowsOfAFileReadAsTheWholeText();
    void aFileThatBecameShorterIsNoticed();

private:
    std::shared_ptr<const SourceText> open(const QByteArray &bytes)
    {
        JobContext context(1);
        return SourceText::open(m_folder.write(u"table.csv"_s, bytes), context).value();
    }

    TestFolder m_folder;
};

void TestTableRecords::windowsOfAFileReadAsTheWholeText_data()
{
    QTest::addColumn<QByteArray>("mark");
    QTest::newRow("plain") << QByteArray();
    QTest::newRow("byte-order mark") << QByteArray::fromHex("efbbbf");
}

void TestTableRecords::windowsOfAFileReadAsTheWholeText()
{
    QFETCH(const QByteArray, mark);
    std::mt19937 random(7);
    for (int round = 0; round < 300; ++round) {
        const auto text = open(mark + "x\n" + randomText(random, 1 + static_cast<int>(random() % 200)));
        QVERIFY(text->text().starts_with('x'));
        CsvReader whole(text->text(), ',');
        std::vector<std::size_t> begins{0};
        std::vector<Record> expected;
        while (whole.next()) {
            begins.back() = whole.begin();
            begins.push_back(whole.end());
            expected.push_back(recordOf(whole));
        }
        for (std::size_t from = 0; from < expected.size(); ++from) {
            TextWindow window(*text);
            const std::size_t begin = begins[from] - std::min<std::size_t>(begins[from], random() % 3);
            QVERIFY(window.moveTo(begin, begins[from] + random() % 40));
            QVERIFY(text->text().substr(begin).starts_with(window.text()));
            TableRecords records(window, ',', begins[from]);
            std::size_t next = from;
            for (; records.next(); ++next) {
                QVERIFY(next < expected.size());
                QVERIFY(recordOf(records.record()) == expected[next]);
                if (next + 1 < expected.size())
                    QCOMPARE(records.end(), begins[next + 1]);
            }
            QCOMPARE(next, expected.size());
        }
    }
}

void TestTableRecords::aFileThatBecameShorterIsNoticed()
{
    const auto text = open("a,b\nc,d\n");
    TextWindow window(*text);
    QVERIFY(window.moveTo(0, 8));
    m_folder.write(u"table.csv"_s, "a,b\n");
    QVERIFY(window.moveTo(0, 4));
    QVERIFY(!window.moveTo(0, 8));
}

} // namespace

QTEST_GUILESS_MAIN(TestTableRecords)
#include "tst_tablerecords.moc"
