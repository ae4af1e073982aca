// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/csvreader.h"
#include "core/ingest/csvscan.h"

#include <QTest>

#include <random>
#include <string>
#include <vector>

using namespace clicksieve;
using namespace std::string_literals;

using Record = std::vector<std::string>;
using Records = std::vector<Record>;

namespace {

Record cellsOf(const CsvReader &reader)
{
    return {reader.cells().begin(), reader.cells().end()};
}

/// All records; one with a fault has no cells.
Records read(const std::string &text, char delimiter)
{
    CsvReader reader(text, delimiter);
    Records records;
    while (reader.next())
        records.push_back(cellsOf(reader));
    return records;
}

QByteArray shown(const Records &records)
{
    std::string all;
    for (const Record &record : records) {
        for (const std::string &cell : record)
            all += '[' + cell + ']';
        all += '\n';
    }
    return QByteArray::fromStdString(all);
}

class TestCsvReader : public QObject {
    Q_OBJECT

private slots:
    void recordsAreReadByRfc4180AndRealFiles_data();
    void recordsAreReadByRfc4180AndRealFiles();
    void theRecordsCoverTheTextWithoutGaps_data() { recordsAreReadByRfc4180AndRealFiles_data(); }
    void theRecordsCoverTheTextWithoutGaps();
    void readingFromARecordBorderGivesTheRest_data() { recordsAreReadByRfc4180AndRealFiles_data(); }
    void readingFromARecordBorderGivesTheRest();
    void aQuoteNeverClosedEndsWithItsFirstLine();
    void aQuoteNeverClosedInTheLastLineIsAFault();
    void aQuoteThatClosesPastTheLongestRecordCountsAsOpen();
    void aRecordLongerThanTheLongestIsSkippedAsOne();
    void aRecordOfTheGreatestLengthIsRead();
    void moreCellsThanTheMostAreSkippedAsOneRecord();
    void theMostCellsAreRead();
    void blocksOfCellsAreReadLikeSingleOnes();
    void unquotedCellsOfOneRecordDoNotDisturbEachOther();
    void nextStaysFalseAtTheEnd();
    void findCellEndAgreesWithThePlainOne();
    void findLineEndFindsTheFirstOfBoth();
};

void TestCsvReader::recordsAreReadByRfc4180AndRealFiles_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<char>("delimiter");
    QTest::addColumn<Records>("expected");

    const Records two{{"a", "b"}, {"c", "d"}};
    QTest::newRow("LF") << QByteArray("a,b\nc,d\n") << ',' << two;
    QTest::newRow("CRLF") << QByteArray("a,b\r\nc,d\r\n") << ',' << two;
    QTest::newRow("CR") << QByteArray("a,b\rc,d\r") << ',' << two;
    QTest::newRow("mixed") << QByteArray("a,b\r\nc,d\re,f\ng,h") << ','
                           << Records{{"a", "b"}, {"c", "d"}, {"e", "f"}, {"g", "h"}};
    QTest::newRow("last line without end") << QByteArray("a,b\nc,d") << ',' << two;
    QTest::newRow("last line ends in a quote") << QByteArray("a,b\nc,\"d\"") << ',' << two;
    QTest::newRow("last cell empty, no line end") << QByteArray("a,") << ',' << Records{{"a", ""}};
    QTest::newRow("empty text") << QByteArray() << ',' << Records{};
    QTest::newRow("only line ends") << QByteArray("\n\r\n\r\r\n\n") << ',' << Records{};
    QTest::newRow("empty lines are no records") << QByteArray("\n\na,b\n\n\r\n\rc,d\n\n") << ',' << two;
    QTest::newRow("empty cells") << QByteArray(",,\n") << ',' << Records{{"", "", ""}};
    QTest::newRow("a line of blanks is a record") << QByteArray(" \n") << ',' << Records{{" "}};
    QTest::newRow("blanks are kept") << QByteArray(" a , b \n") << ',' << Records{{" a ", " b "}};
    QTest::newRow("semicolon") << QByteArray("a,1;b\n") << ';' << Records{{"a,1", "b"}};
    QTest::newRow("tab") << QByteArray("a;1\tb\n") << '\t' << Records{{"a;1", "b"}};
    QTest::newRow("bar") << QByteArray("a|b|\n") << '|' << Records{{"a", "b", ""}};
    QTest::newRow("quoted") << QByteArray("\"a\",\"b\"\n\"c\",d\n") << ',' << two;
    QTest::newRow("quoted delimiter") << QByteArray("\"a,1\",b\n") << ',' << Records{{"a,1", "b"}};
    QTest::newRow("quoted empty") << QByteArray("\"\",\"\"\n") << ',' << Records{{"", ""}};
    QTest::newRow("quoted LF") << QByteArray("\"a\n1\",b\nc,d\n") << ','
                               << Records{{"a\n1", "b"}, {"c", "d"}};
    QTest::newRow("quoted CRLF") << QByteArray("\"a\r\n\r\n1\",b\r\n") << ',' << Records{{"a\r\n\r\n1", "b"}};
    QTest::newRow("doubled quotes") << QByteArray("\"say \"\"hi\"\"\",b\n") << ','
                                    << Records{{"say \"hi\"", "b"}};
    QTest::newRow("only a doubled quote") << QByteArray("\"\"\"\",b\n") << ',' << Records{{"\"", "b"}};
    QTest::newRow("doubled quote, delimiter")
        << QByteArray("\"\"\",\"\"\",b\n") << ',' << Records{{"\",\"", "b"}};
    QTest::newRow("quote inside an unquoted cell")
        << QByteArray("5\" screen,b\nc\"\",d\n") << ',' << Records{{"5\" screen", "b"}, {"c\"\"", "d"}};
    QTest::newRow("blank before the quote") << QByteArray("a, \"b\"\n") << ',' << Records{{"a", " \"b\""}};
    QTest::newRow("text after the closing quote") << QByteArray("\"a\"1,b\n") << ',' << Records{{"a1", "b"}};
    QTest::newRow("quotes after the closing quote")
        << QByteArray("\"a\"b\"c\",d\n") << ',' << Records{{"ab\"c\"", "d"}};
    QTest::newRow("doubled, then text after")
        << QByteArray("\"a\"\"\"x,b\n") << ',' << Records{{"a\"x", "b"}};
    QTest::newRow("zero byte") << QByteArray("a\0b,c\n", 6) << ',' << Records{{"a\0b"s, "c"}};
    QTest::newRow("UTF-8") << QByteArray("\xc3\xa4,\xe2\x82\xac\n") << ','
                           << Records{{"\xc3\xa4", "\xe2\x82\xac"}};
    QTest::newRow("long enough for wide scans")
        << QByteArray(100, 'x') + ',' + QByteArray(33, 'y') + "\r\n" + QByteArray(16, 'z') << ','
        << Records{{std::string(100, 'x'), std::string(33, 'y')}, {std::string(16, 'z')}};
}

void TestCsvReader::recordsAreReadByRfc4180AndRealFiles()
{
    QFETCH(const QByteArray, text);
    QFETCH(const char, delimiter);
    QFETCH(const Records, expected);

    QCOMPARE(shown(read(text.toStdString(), delimiter)), shown(expected));
    QVERIFY(read(text.toStdString(), delimiter) == expected);
}

/// Between two records there are line ends at most, and begin() and end() say where.
void TestCsvReader::theRecordsCoverTheTextWithoutGaps()
{
    QFETCH(const QByteArray, text);
    QFETCH(const char, delimiter);
    const std::string all = text.toStdString();

    CsvReader reader(all, delimiter);
    std::size_t last = 0;
    while (reader.next()) {
        QCOMPARE(reader.fault(), CsvReader::Fault::None);
        QVERIFY(reader.begin() >= last);
        QCOMPARE(all.substr(last, reader.begin() - last).find_first_not_of("\r\n"), std::string::npos);
        QVERIFY(reader.end() > reader.begin());
        last = reader.end();
    }
    QVERIFY(last <= all.size());
    QCOMPARE(all.substr(last).find_first_not_of("\r\n"), std::string::npos);
}

void TestCsvReader::readingFromARecordBorderGivesTheRest()
{
    QFETCH(const QByteArray, text);
    QFETCH(const char, delimiter);
    QFETCH(const Records, expected);
    const std::string all = text.toStdString();

    CsvReader whole(all, delimiter);
    std::size_t seen = 0;
    while (whole.next()) {
        ++seen;
        CsvReader rest(all, delimiter, whole.end());
        std::size_t more = seen;
        while (rest.next())
            QCOMPARE(cellsOf(rest), expected.at(more++));
        QCOMPARE(more, expected.size());
    }
    QCOMPARE(seen, expected.size());
}

void TestCsvReader::aQuoteNeverClosedEndsWithItsFirstLine()
{
    const std::string text = "a,b\nc,\"d\ne,f\r\ng,h\n";
    CsvReader reader(text, ',');
    QVERIFY(reader.next());
    QVERIFY(reader.next());
    QCOMPARE(reader.fault(), CsvReader::Fault::OpenQuote);
    QVERIFY(reader.cells().empty());
    QCOMPARE(reader.begin(), std::size_t{4});
    QCOMPARE(reader.end(), std::size_t{9});
    QVERIFY(reader.next());
    QCOMPARE(reader.fault(), CsvReader::Fault::None);
    QCOMPARE(cellsOf(reader), (Record{"e", "f"}));
    QVERIFY(reader.next());
    QCOMPARE(cellsOf(reader), (Record{"g", "h"}));
    QVERIFY(!reader.next());
}

void TestCsvReader::aQuoteNeverClosedInTheLastLineIsAFault()
{
    for (const std::string text : {"a\n\"b", "a\n\"", "a\n\"b\"\"", "a\nx,\"\"\""}) {
        CsvReader reader(text, ',');
        QVERIFY(reader.next());
        QVERIFY(reader.next());
        QCOMPARE(reader.fault(), CsvReader::Fault::OpenQuote);
        QCOMPARE(reader.end(), text.size());
        QVERIFY(!reader.next());
    }
}

void TestCsvReader::aQuoteThatClosesPastTheLongestRecordCountsAsOpen()
{
    const std::string text = "\"a\n" + std::string(CsvReader::kLongestRecord, 'x') + "\"\nb,c\n";
    CsvReader reader(text, ',');
    QVERIFY(reader.next());
    QCOMPARE(reader.fault(), CsvReader::Fault::OpenQuote);
    QCOMPARE(reader.end(), std::size_t{3});
    QVERIFY(reader.next()); // the line of x, with a quote in it that is text
    QCOMPARE(reader.fault(), CsvReader::Fault::TooLong);
    QVERIFY(reader.next());
    QCOMPARE(cellsOf(reader), (Record{"b", "c"}));
    QVERIFY(!reader.next());
}

void TestCsvReader::aRecordLongerThanTheLongestIsSkippedAsOne()
{
    const std::string text = "a,b\n" + std::string(CsvReader::kLongestRecord + 1, 'x') + ",y,z\r\nc,d\n";
    CsvReader reader(text, ',');
    QVERIFY(reader.next());
    QVERIFY(reader.next());
    QCOMPARE(reader.fault(), CsvReader::Fault::TooLong);
    QVERIFY(reader.cells().empty());
    QCOMPARE(reader.begin(), std::size_t{4});
    QCOMPARE(text.substr(reader.end()), "c,d\n"s);
    QVERIFY(reader.next());
    QCOMPARE(reader.fault(), CsvReader::Fault::None);
    QCOMPARE(cellsOf(reader), (Record{"c", "d"}));
}

void TestCsvReader::aRecordOfTheGreatestLengthIsRead()
{
    const std::string text = std::string(CsvReader::kLongestRecord, 'x') + "\nc,d\n";
    CsvReader reader(text, ',');
    QVERIFY(reader.next());
    QCOMPARE(reader.fault(), CsvReader::Fault::None);
    QCOMPARE(reader.cells().front().size(), CsvReader::kLongestRecord);
    QVERIFY(reader.next());
    QCOMPARE(cellsOf(reader), (Record{"c", "d"}));
}

void TestCsvReader::moreCellsThanTheMostAreSkippedAsOneRecord()
{
    const std::string text = std::string(CsvReader::kMostCells, ',') + "\nc,d\n"; // one cell more than commas
    CsvReader reader(text, ',');
    QVERIFY(reader.next());
    QCOMPARE(reader.fault(), CsvReader::Fault::TooLong);
    QVERIFY(reader.cells().empty());
    QVERIFY(reader.next());
    QCOMPARE(cellsOf(reader), (Record{"c", "d"}));
    QVERIFY(!reader.next());
}

void TestCsvReader::theMostCellsAreRead()
{
    const std::string text = std::string(CsvReader::kMostCells - 1, ',') + "\n";
    CsvReader reader(text, ',');
    QVERIFY(reader.next());
    QCOMPARE(reader.fault(), CsvReader::Fault::None);
    QCOMPARE(reader.cells().size(), CsvReader::kMostCells);
}

/// Cells with quotes taken out live in the reader: adding another must not move the first.
/// Records without line breaks and doubled quotes in cells, of which the right reading is known from how they are made.
void TestCsvReader::blocksOfCellsAreReadLikeSingleOnes()
{
    std::mt19937 random(7);
    for (int round = 0; round < 2'000; ++round) {
        std::string text;
        Records expected;
        const std::size_t longest = 1 + random() % 60;
        for (std::size_t record = random() % 6 + 1; record > 0; --record) {
            expected.emplace_back();
            for (std::size_t cell = random() % 20 + 2; cell > 0; --cell) {
                expected.back().emplace_back(random() % longest, 'x');
                const bool isQuoted = random() % 8 == 0;
                if (isQuoted && random() % 2 == 0)
                    expected.back().back() += ',';
                const std::string quote = isQuoted ? "\"" : "";
                text += quote + expected.back().back() + quote + (cell > 1 ? "," : "\n");
            }
        }
        if (random() % 2 == 0)
            text.pop_back(); // the last line may lack its end
        QCOMPARE(shown(read(text, ',')), shown(expected));
    }
}

void TestCsvReader::unquotedCellsOfOneRecordDoNotDisturbEachOther()
{
    constexpr std::size_t kCells = 300;
    std::string text;
    for (int line = 0; line < 3; ++line) {
        for (std::size_t cell = 0; cell < kCells; ++cell)
            text += "\"" + std::to_string(line) + "\"\"" + std::to_string(cell) + "\""
                    + (cell + 1 < kCells ? "," : "\n");
    }
    CsvReader reader(text, ',');
    for (int line = 0; line < 3; ++line) {
        QVERIFY(reader.next());
        QCOMPARE(reader.cells().size(), kCells);
        for (std::size_t cell = 0; cell < kCells; ++cell)
            QCOMPARE(std::string(reader.cells()[cell]), std::to_string(line) + '"' + std::to_string(cell));
    }
}

void TestCsvReader::nextStaysFalseAtTheEnd()
{
    const std::string text = "a\n";
    CsvReader reader(text, ',');
    QVERIFY(reader.next());
    QVERIFY(!reader.next());
    QVERIFY(!reader.next());
    QVERIFY(!CsvReader(text, ',', text.size()).next());
}

void TestCsvReader::findCellEndAgreesWithThePlainOne()
{
    const unsigned seed = std::random_device{}();
    qInfo("seed %u", seed);
    std::mt19937 random(seed);
    const std::string alphabet = "\n\r,;\t|\"ab \0\x7f\x80\x8a\x8d\xac\xff"s;
    for (int round = 0; round < 2'000; ++round) {
        // Rare ends make the wide steps run long, frequent ones test every place in a step.
        const bool rare = round % 2 == 0;
        std::string text(random() % 130, 'x');
        for (char &character : text) {
            if (!rare || random() % 40 == 0)
                character = alphabet[random() % alphabet.size()];
        }
        const char delimiter = ",;\t|"[random() % 4];
        for (std::size_t from = 0; from <= text.size(); ++from)
            QCOMPARE(findCellEnd(text, delimiter, from), findCellEndPlain(text, delimiter, from));
    }
}

void TestCsvReader::findLineEndFindsTheFirstOfBoth()
{
    const std::string text = std::string(40, 'a') + ",;\r\n" + std::string(5, 'b');
    QCOMPARE(findLineEnd(text, 0), std::size_t{42});
    QCOMPARE(findLineEnd(text, 43), std::size_t{43});
    QCOMPARE(findLineEnd(text, 44), text.size());
    QCOMPARE(findLineEnd({}, 0), std::size_t{0});
}

} // namespace

QTEST_GUILESS_MAIN(TestCsvReader)

#include "tst_csvreader.moc"
