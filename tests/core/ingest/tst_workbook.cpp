// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/csvreader.h"
#include "core/ingest/workbook.h"
#include "core/ingest/xlsx/celltext.h"
#include "core/ingest/xlsx/numberformat.h"
#include "core/ingest/xlsx/package.h"
#include "core/ingest/xlsx/partxml.h"
#include "core/ingest/xlsx/sheetreader.h"
#include "core/jobs/jobcontext.h"
#include "support/workbookfixture.h"

#include <QTest>

#include <algorithm>

using namespace clicksieve;
using namespace clicksieve::tests;
using namespace Qt::StringLiterals;

namespace {

const QString kName = u"events.xlsx"_s;

Result<std::vector<Sheet>> read(const std::string &bytes)
{
    JobContext context(1);
    return readWorkbook(kName, bytes, context);
}

/// The text of the only sheet, or the sentence of the error.
QString textOf(const WorkbookFixture &fixture)
{
    const auto sheets = read(fixture.bytes());
    if (!sheets)
        return sheets.error().message;
    return sheets.value().size() == 1 ? QString::fromStdString(sheets.value()[0].text) : u"several sheets"_s;
}

WorkbookFixture withRows(const std::string &rows)
{
    return {.sheets = {{rows}}};
}

/// The text of a sheet with one row of one cell, without its line end.
QString cellText(WorkbookFixture fixture, const std::string &cell)
{
    fixture.sheets = {{"<row r=\"1\">" + cell + "</row>"}};
    QString text = textOf(fixture);
    if (text.endsWith(u'\n'))
        text.chop(1);
    return text;
}

std::string kept(const QString &text)
{
    return text.toStdString();
}

class TestWorkbook : public QObject {
    Q_OBJECT

private slots:
    void textsBecomeCells_data();
    void textsBecomeCells();
    void numbersAreExact_data();
    void numbersAreExact();
    void formatCodesTellDates_data();
    void formatCodesTellDates();
    void builtInFormatsTellDates();
    void serialsBecomeTimes_data();
    void serialsBecomeTimes();
    void datesGoByTheCellsOwnStyle();
    void rowsBecomeRecords_data();
    void rowsBecomeRecords();
    void whatIsWrittenIsWhatCsvReaderReads();
    void aLargeSheetKeepsEveryRow();
    void hiddenSheetsComeLastAndEmptyOnesNot();
    void chartsAreNoSheets();
    void partsAreFoundThroughRelationships_data();
    void partsAreFoundThroughRelationships();
    void workbooksAreTold_data();
    void workbooksAreTold();
    void whatCannotBeReadIsSaid_data();
    void whatCannotBeReadIsSaid();
    void aBombIsRefused();
    void tooManyPartsAreRefused();
    void textNamedTooOftenIsRefused();
    void everyTruncationIsAnErrorOrTheSame();
    void everyFlippedByteIsAnErrorOrAText();
    void aStoppedJobIsCancelled();
    void aJobStoppedWithinASheetIsCancelled();
};

void TestWorkbook::textsBecomeCells_data()
{
    QTest::addColumn<QString>("strings");
    QTest::addColumn<QString>("cell");
    QTest::addColumn<QString>("expected");

    const QString first = u"<c r='A1' t='s'><v>0</v></c>"_s;
    QTest::newRow("shared") << u"<si><t>x</t></si><si><t>click</t></si>"_s << u"<c t='s'><v>1</v></c>"_s
                            << u"click"_s;
    QTest::newRow("shared, empty before")
        << u"<si/><si><t/></si><si><t>open</t></si>"_s << u"<c t='s'><v> 2 </v></c>"_s << u"open"_s;
    QTest::newRow("formatted runs")
        << u"<si><r><rPr><b/></rPr><t>an</t></r><r><t xml:space='preserve'>na </t></r></si>"_s << first
        << u"anna "_s;
    QTest::newRow("phonetic runs")
        << u"<si><t>東京</t><rPh sb='0' eb='2'><t>トウキョウ</t></rPh><phoneticPr fontId='1'/></si>"_s
        << first << u"東京"_s;
    QTest::newRow("inline") << QString() << u"<c t='inlineStr'><is><t>a</t><rPh><t>b</t></rPh></is></c>"_s
                            << u"a"_s;
    QTest::newRow("inline runs") << QString()
                                 << u"<c t='inlineStr'><is><r><t>a</t></r><r><t>b</t></r></is></c>"_s
                                 << u"ab"_s;
    QTest::newRow("formula's text") << QString()
                                    << u"<c t='str'><f>A1&amp;\"x\"</f><v>a&amp;b &lt;c&gt;</v></c>"_s
                                    << u"a&b <c>"_s;
    QTest::newRow("formula's number") << QString() << u"<c><f>1+1</f><v>2</v></c>"_s << u"2"_s;
    QTest::newRow("true") << QString() << u"<c t='b'><v>1</v></c>"_s << u"TRUE"_s;
    QTest::newRow("false") << QString() << u"<c t='b'><v>0</v></c>"_s << u"FALSE"_s;
    QTest::newRow("error") << QString() << u"<c t='e'><v>#N/A</v></c>"_s << u"#N/A"_s;
    QTest::newRow("ISO date") << QString() << u"<c t='d'><v>2026-03-10T09:00:31.5</v></c>"_s
                              << u"2026-03-10T09:00:31.5"_s;
    QTest::newRow("digits kept as text")
        << u"<si><t>00123456789012345678</t></si>"_s << first << u"00123456789012345678"_s;
    QTest::newRow("comma") << u"<si><t>a,b</t></si>"_s << first << u"\"a,b\""_s;
    QTest::newRow("quote") << u"<si><t>a\"b</t></si>"_s << first << u"\"a\"\"b\""_s;
    QTest::newRow("line break") << u"<si><t>a\nb</t></si>"_s << first << u"\"a\nb\""_s;
    QTest::newRow("line break as reference") << u"<si><t>a&#10;b</t></si>"_s << first << u"\"a\nb\""_s;
    QTest::newRow("escaped carriage return") << u"<si><t>a_x000D_\nb</t></si>"_s << first << u"\"a\r\nb\""_s;
    QTest::newRow("escaped underscore") << u"<si><t>a_x005F_x000D_b</t></si>"_s << first << u"a_x000D_b"_s;
    QTest::newRow("escaped underscore, inline")
        << QString() << u"<c t='inlineStr'><is><t>a_x005F_x0041_</t></is></c>"_s << u"a_x0041_"_s;
    QTest::newRow("escaped across runs")
        << u"<si><r><t>a_x00</t></r><r><t>41_</t></r></si>"_s << first << u"aA"_s;
    QTest::newRow("escaped formula text")
        << QString() << u"<c t='str'><v>_x0041__x0042_</v></c>"_s << u"AB"_s;
    QTest::newRow("escaped pair") << u"<si><t>_xD83D__xDE00_</t></si>"_s << first << u"\U0001F600"_s;
    QTest::newRow("no escape") << u"<si><t>_x00G1_ _x12_ _X0041_ x_x004</t></si>"_s << first
                               << u"_x00G1_ _x12_ _X0041_ x_x004"_s;
    QTest::newRow("CDATA and comment")
        << u"<si><t>a<![CDATA[<b>]]><!-- c -->d</t></si>"_s << first << u"a<b>d"_s;
}

void TestWorkbook::textsBecomeCells()
{
    QFETCH(QString, strings);
    QFETCH(QString, cell);
    QFETCH(QString, expected);
    QCOMPARE(cellText({.strings = kept(strings)}, kept(cell)), expected);
}

void TestWorkbook::numbersAreExact_data()
{
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("expected");

    QTest::newRow("whole") << u"42"_s << u"42"_s;
    QTest::newRow("whole with a point") << u"42.0"_s << u"42"_s;
    QTest::newRow("whole with an exponent") << u"1.77313326E+12"_s << u"1773133260000"_s;
    QTest::newRow("minus zero") << u"-0"_s << u"0"_s;
    QTest::newRow("2^53") << u"9007199254740992"_s << u"9007199254740992"_s;
    QTest::newRow("-2^53") << u"-9.007199254740992E15"_s << u"-9007199254740992"_s;
    QTest::newRow("2^53 + 1, written out") << u"9007199254740993"_s << u"9007199254740993"_s;
    QTest::newRow("twenty digits") << u"-12345678901234567890"_s << u"-12345678901234567890"_s;
    QTest::newRow("beyond 2^53") << u"1.2345678901234568E+17"_s << u"123456789012345680"_s;
    QTest::newRow("fraction") << u"0.30000000000000004"_s << u"0.30000000000000004"_s;
    QTest::newRow("more digits than it takes") << u"0.10000000000000001"_s << u"0.1"_s;
    QTest::newRow("small") << u"1.0E-7"_s << u"1e-07"_s;
    QTest::newRow("largest") << u"1.7976931348623157E+308"_s << u"1.7976931348623157e+308"_s;
    QTest::newRow("blanks around") << u" 7 "_s << u"7"_s;
    QTest::newRow("no number") << u"12abc"_s << u"12abc"_s;
    QTest::newRow("infinite") << u"INF"_s << u"INF"_s;
}

void TestWorkbook::numbersAreExact()
{
    QFETCH(QString, value);
    QFETCH(QString, expected);
    QCOMPARE(cellText({}, "<c><v>" + kept(value) + "</v></c>"), expected);
    QCOMPARE(cellText({}, "<c t='n'><v>" + kept(value) + "</v></c>"), expected);
}

void TestWorkbook::formatCodesTellDates_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<int>("kind");

    const auto plain = static_cast<int>(NumberKind::Plain);
    const auto date = static_cast<int>(NumberKind::Date);
    const auto time = static_cast<int>(NumberKind::Time);
    const auto row = [](const QString &code, int kind) { QTest::newRow(qPrintable(code)) << code << kind; };
    row(u"General"_s, plain);
    row(u"0.00"_s, plain);
    row(u"#,##0.00;[Red]-#,##0.00"_s, plain);
    row(u"0.00\" days\""_s, plain);
    row(u"0.00\\d\\a\\y\\s"_s, plain);
    row(u"0.00E+00"_s, plain);
    row(u"[$USD] #,##0"_s, plain);
    row(u"[>=100]0;[<100]0.0"_s, plain);
    row(u"_-* #,##0.00_m_-"_s, plain);
    row(u"*d0"_s, plain);
    row(u"@"_s, plain);
    row(u"0\"never closed d"_s, plain);
    row(u"[never closed d"_s, plain);
    row(u"[]"_s, plain);
    row(u"\\"_s, plain);
    row(QString(), plain);
    row(u"yyyy\\-mm\\-dd"_s, date);
    row(u"[$-409]m/d/yy h:mm AM/PM;@"_s, date);
    row(u"[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy"_s, date);
    row(u"DD.MM.YYYY HH:MM:SS"_s, date);
    row(u"yyyy-mm-dd\"T\"hh:mm:ss.000"_s, date);
    row(u"mmm"_s, date);
    row(u"mm"_s, date);
    row(u"mmm h:mm"_s, date);
    row(u"[Red]d"_s, date);
    row(u"yyyy\"年\"m\"月\"d\"日\""_s, date);
    row(u"[h]:mm:ss"_s, time);
    row(u"[mm]:ss"_s, time);
    row(u"[ss].000"_s, time);
    row(u"h:mm AM/PM"_s, time);
    row(u"mm:ss.0"_s, time);
    row(u"[$-F400]h:mm:ss\\ AM/PM"_s, time);
}

void TestWorkbook::formatCodesTellDates()
{
    QFETCH(QString, code);
    QFETCH(int, kind);
    QCOMPARE(static_cast<int>(kindOfFormat(code)), kind);
}

void TestWorkbook::builtInFormatsTellDates()
{
    QList<int> found;
    for (int format = -1; format < 200; ++format) {
        if (kindOfBuiltIn(format) != NumberKind::Plain)
            found << format;
    }
    QCOMPARE(found, (QList<int>{14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 28, 29, 30, 31, 32, 33,
                                34, 35, 36, 45, 46, 47, 50, 51, 52, 53, 54, 55, 56, 57, 58}));
}

void TestWorkbook::serialsBecomeTimes_data()
{
    QTest::addColumn<QString>("properties");
    QTest::addColumn<QString>("format"); // a number: built in
    QTest::addColumn<QString>("serial");
    QTest::addColumn<QString>("expected");

    const QString from1904 = u"date1904='1'"_s;
    const QString both = u"[$-409]m/d/yy h:mm AM/PM;@"_s;
    QTest::newRow("day") << QString() << u"14"_s << u"46091"_s << u"2026-03-10T00:00:00"_s;
    QTest::newRow("day and time") << QString() << u"22"_s << u"46091.375358796299"_s
                                  << u"2026-03-10T09:00:31"_s;
    QTest::newRow("custom") << QString() << both << u"46091.5"_s << u"2026-03-10T12:00:00"_s;
    QTest::newRow("milliseconds") << QString() << both << u"46091.375361157407"_s
                                  << u"2026-03-10T09:00:31.204"_s;
    QTest::newRow("nearest millisecond")
        << QString() << both << u"46091.9999999999"_s << u"2026-03-11T00:00:00"_s;
    QTest::newRow("exponent") << QString() << u"14"_s << u"4.6091E4"_s << u"2026-03-10T00:00:00"_s;
    QTest::newRow("ECMA-376 example") << QString() << u"14"_s << u"3687"_s << u"1910-02-03T00:00:00"_s;
    QTest::newRow("first day") << QString() << u"14"_s << u"1"_s << u"1900-01-01T00:00:00"_s;
    QTest::newRow("before the day that never was")
        << QString() << u"14"_s << u"59.5"_s << u"1900-02-28T12:00:00"_s;
    QTest::newRow("the day that never was") << QString() << u"14"_s << u"60.25"_s << u"60.25"_s;
    QTest::newRow("after it") << QString() << u"14"_s << u"61"_s << u"1900-03-01T00:00:00"_s;
    QTest::newRow("last day") << QString() << u"14"_s << u"2958465.5"_s << u"9999-12-31T12:00:00"_s;
    QTest::newRow("after the last") << QString() << u"14"_s << u"2958466"_s << u"2958466"_s;
    QTest::newRow("far after the last") << QString() << u"14"_s << u"1773133260000"_s << u"1773133260000"_s;
    QTest::newRow("negative") << QString() << u"14"_s << u"-1"_s << u"-1"_s;
    QTest::newRow("day 0") << QString() << u"14"_s << u"0"_s << u"0"_s;
    QTest::newRow("day 0 with time") << QString() << both << u"0.5"_s << u"0.5"_s;
    QTest::newRow("no number") << QString() << u"14"_s << u"soon"_s << u"soon"_s;
    QTest::newRow("time of day") << QString() << u"20"_s << u"0.375"_s << u"09:00:00"_s;
    QTest::newRow("midnight") << QString() << u"21"_s << u"0"_s << u"00:00:00"_s;
    QTest::newRow("duration") << QString() << u"[h]:mm:ss"_s << u"0.000361157407"_s << u"00:00:31.204"_s;
    QTest::newRow("time format, day and time")
        << QString() << u"h:mm"_s << u"46091.5"_s << u"2026-03-10T12:00:00"_s;
    QTest::newRow("General") << QString() << u"0"_s << u"46091.5"_s << u"46091.5"_s;
    QTest::newRow("days as a unit") << QString() << u"0.00\" days\""_s << u"46091.5"_s << u"46091.5"_s;
    QTest::newRow("1904, first day") << from1904 << u"14"_s << u"0"_s << u"1904-01-01T00:00:00"_s;
    QTest::newRow("1904, day 60") << from1904 << u"14"_s << u"60"_s << u"1904-03-01T00:00:00"_s;
    QTest::newRow("1904") << from1904 << both << u"44629.5"_s << u"2026-03-10T12:00:00"_s;
    QTest::newRow("1904, in words") << u"date1904='true'"_s << both << u"44629.5"_s
                                    << u"2026-03-10T12:00:00"_s;
    QTest::newRow("1904, not") << u"date1904='0'"_s << both << u"46091.5"_s << u"2026-03-10T12:00:00"_s;
    QTest::newRow("1904, time of day") << from1904 << u"20"_s << u"0.375"_s << u"09:00:00"_s;
    QTest::newRow("1904, last day") << from1904 << u"14"_s << u"2957003"_s << u"9999-12-31T00:00:00"_s;
    QTest::newRow("1904, after the last") << from1904 << u"14"_s << u"2957004"_s << u"2957004"_s;
}

void TestWorkbook::serialsBecomeTimes()
{
    QFETCH(QString, properties);
    QFETCH(QString, format);
    QFETCH(QString, serial);
    QFETCH(QString, expected);
    bool isBuiltIn = false;
    format.toInt(&isBuiltIn);
    const QString code = format.toHtmlEscaped();
    const WorkbookFixture fixture{
        .numFmts = isBuiltIn ? std::string() : "<numFmt numFmtId='164' formatCode=\"" + kept(code) + "\"/>",
        .xfs = "<xf numFmtId='0'/><xf numFmtId='" + (isBuiltIn ? kept(format) : "164") + "'/>",
        .properties = kept(properties)};
    QCOMPARE(cellText(fixture, "<c s='1'><v>" + kept(serial) + "</v></c>"), expected);
}

void TestWorkbook::datesGoByTheCellsOwnStyle()
{
    const WorkbookFixture fixture{
        .sheets = {{"<row s='1' customFormat='1'><c s='1'><v>46091</v></c><c "
                    "s='2'><v>46091</v></c><c><v>46091</v></c>"
                    "<c s='99'><v>46091</v></c><c s='1' t='str'><v>46091</v></c></row>"}},
        .numFmts = "<numFmt numFmtId='14' formatCode='0'/><numFmt numFmtId='165' formatCode='yyyy'/>",
        .xfs = "<xf numFmtId='0'/><xf numFmtId='165' applyNumberFormat='1'><alignment/></xf><xf "
               "numFmtId='14'/>"};
    // A format the workbook writes down goes before the built-in one of that number.
    QCOMPARE(textOf(fixture), u"2026-03-10T00:00:00,46091,46091,46091,46091\n"_s);

    WorkbookFixture bare = withRows("<row><c s='1'><v>46091</v></c></row>");
    bare.others = {
        {"xl/_rels/workbook.xml.rels",
         "<Relationships><Relationship Id='rId1' Type='x/worksheet' Target='worksheets/sheet1.xml'/>"
         "</Relationships>"}};
    bare.left = {"xl/styles.xml", "xl/sharedStrings.xml"};
    QCOMPARE(textOf(bare), u"46091\n"_s);
}

void TestWorkbook::rowsBecomeRecords_data()
{
    QTest::addColumn<QString>("rows");
    QTest::addColumn<QString>("expected");

    const QString header =
        u"<row r='1'><c r='A1'><v>1</v></c><c r='B1'><v>2</v></c><c r='C1'><v>3</v></c></row>"_s;
    QTest::newRow("gap") << u"<row r='1'><c r='A1'><v>1</v></c><c r='D1'><v>4</v></c></row>"_s
                         << u"1,,,4\n"_s;
    QTest::newRow("begins late") << u"<row r='7'><c r='C7'><v>3</v></c></row>"_s << u",,3\n"_s;
    QTest::newRow("short row") << header + u"<row r='2'><c r='A2'><v>4</v></c></row>"_s << u"1,2,3\n4,,\n"_s;
    QTest::newRow("long row")
        << header + u"<row r='2'><c r='E2'><v>5</v></c></row><row r='3'><c r='B3'><v>6</v></c></row>"_s
        << u"1,2,3\n,,,,5\n,6,\n"_s;
    QTest::newRow("nothing is left from the row before")
        << header + u"<row r='2'><c r='B2'><v>4</v></c></row>"_s << u"1,2,3\n,4,\n"_s;
    QTest::newRow("no references") << u"<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>"_s
                                   << u"1,2\n3,\n"_s;
    QTest::newRow("some references") << u"<row><c><v>1</v></c><c r='C1'><v>3</v></c><c><v>4</v></c></row>"_s
                                     << u"1,,3,4\n"_s;
    QTest::newRow("back within the row")
        << u"<row><c r='C1'><v>3</v></c><c r='A1'><v>1</v></c></row>"_s << u"1,,3\n"_s;
    QTest::newRow("small letters") << u"<row><c r='aa1'><v>27</v></c></row>"_s
                                   << QString(26, u',') + u"27\n"_s;
    QTest::newRow("empty rows before the header")
        << u"<row r='1'/><row r='2'><c r='A2' s='1'/></row>"_s
               + u"<row r='4'><c r='A4'><v>1</v></c></row><row r='5'><c r='A5'><v>2</v></c></row>"_s
        << u"1\n2\n"_s;
    QTest::newRow("empty rows between")
        << header + u"<row r='2'><c r='A2'><v></v></c></row><row r='9'><c r='A9'><v>4</v></c></row>"_s
        << u"1,2,3\n4,,\n"_s;
    QTest::newRow("empty cells at the end of the header")
        << u"<row><c><v>1</v></c><c s='1'/><c t='inlineStr'><is/></c></row><row><c><v>2</v></c></row>"_s
        << u"1\n2\n"_s;
    QTest::newRow("elements of others")
        << u"<row><c><v>1</v><extLst><ext><v>9</v></ext></extLst></c><extLst/></row><x/>"_s << u"1\n"_s;
    QTest::newRow("last cell of a sheet")
        << u"<row r='1048576'><c r='XFD1048576'><v>1</v></c></row>"_s << QString(16'383, u',') + u"1\n"_s;
}

void TestWorkbook::rowsBecomeRecords()
{
    QFETCH(QString, rows);
    QFETCH(QString, expected);
    QCOMPARE(textOf(withRows(kept(rows))), expected);
    const auto sheets = read(withRows(kept(rows)).bytes());
    QCOMPARE(sheets.value()[0].rows, static_cast<std::uint64_t>(expected.count(u'\n') - 1));
}

void TestWorkbook::whatIsWrittenIsWhatCsvReaderReads()
{
    const std::vector<std::string> cells = {"plain", "a,b",     "\"", "\"\"",         "line\nbreak",
                                            "\r\n",  " blank ", "",   "ä€\U0001F600", "=1+1"};
    std::string text;
    for (const std::string &cell : cells) {
        text += text.empty() ? "" : ",";
        appendCell(text, cell);
    }
    CsvReader reader(text, ',');
    QVERIFY(reader.next());
    QCOMPARE(reader.fault(), CsvReader::Fault::None);
    QCOMPARE(std::vector<std::string>(reader.cells().begin(), reader.cells().end()), cells);
}

void TestWorkbook::aLargeSheetKeepsEveryRow()
{
    constexpr int kRows = 20'000;
    std::string rows;
    std::string expected;
    for (int row = 1; row <= kRows; ++row) {
        const std::string number = std::to_string(row);
        rows += "<row r=\"" + number + "\"><c r=\"A" + number + "\" t=\"s\"><v>0</v></c><c r=\"B" + number
                + "\"><v>" + number + "</v></c></row>";
        expected += "click," + number + "\n";
    }
    WorkbookFixture fixture = withRows(rows);
    fixture.strings = "<si><t>click</t></si>";
    const auto sheets = read(fixture.bytes());
    QVERIFY(sheets.ok());
    QCOMPARE(sheets.value()[0].rows, std::uint64_t{kRows - 1});
    QVERIFY(sheets.value()[0].text == expected);
}

void TestWorkbook::hiddenSheetsComeLastAndEmptyOnesNot()
{
    const std::string row = "<row><c><v>1</v></c></row>";
    const WorkbookFixture fixture{.sheets = {{row, "Opens", "state='hidden'"},
                                             {"", "Notes"},
                                             {row, "Sent &amp; bounced"},
                                             {row, "Raw", "state='veryHidden'"},
                                             {"<row/>", "Empty", "state='hidden'"},
                                             {row, "Clicks", "state='visible'"}}};
    const auto sheets = read(fixture.bytes());
    QVERIFY(sheets.ok());
    QStringList names;
    for (const Sheet &sheet : sheets.value())
        names << sheet.name;
    QCOMPARE(names, (QStringList{u"Sent & bounced"_s, u"Clicks"_s, u"Opens"_s, u"Raw"_s}));
}

void TestWorkbook::chartsAreNoSheets()
{
    WorkbookFixture fixture = withRows("<row><c><v>1</v></c></row>");
    fixture.sheets.push_back({"<row><c><v>2</v></c></row>", "Chart", "", "chartsheet"});
    QCOMPARE(textOf(fixture), u"1\n"_s);
}

void TestWorkbook::partsAreFoundThroughRelationships_data()
{
    QTest::addColumn<QString>("target");
    QTest::addColumn<QString>("part");
    QTest::addColumn<bool>("isStrict");

    QTest::newRow("relative") << u"worksheets/sheet1.xml"_s << u"xl/worksheets/sheet1.xml"_s << false;
    QTest::newRow("absolute") << u"/xl/worksheets/sheet1.xml"_s << u"xl/worksheets/sheet1.xml"_s << false;
    QTest::newRow("strict") << u"worksheets/sheet1.xml"_s << u"xl/worksheets/sheet1.xml"_s << true;
    QTest::newRow("up") << u"../data/./s.xml"_s << u"data/s.xml"_s << false;
    QTest::newRow("another case") << u"Worksheets/Sheet1.xml"_s << u"xl/worksheets/sheet1.XML"_s << false;
    QTest::newRow("backslashes") << u"worksheets\\sheet1.xml"_s << u"xl\\worksheets\\sheet1.xml"_s << false;
}

void TestWorkbook::partsAreFoundThroughRelationships()
{
    QFETCH(QString, target);
    QFETCH(QString, part);
    QFETCH(bool, isStrict);
    WorkbookFixture fixture{.sheets = {{"<row><c s='1'><v>46091</v></c><c t='s'><v>0</v></c></row>"}},
                            .strings = "<si><t>x</t></si>",
                            .xfs = "<xf/><xf numFmtId='14'/>",
                            .isStrict = isStrict};
    fixture.sheets[0].target = kept(target);
    fixture.sheets[0].part = kept(part);
    QCOMPARE(textOf(fixture), u"2026-03-10T00:00:00,x\n"_s);
}

void TestWorkbook::workbooksAreTold_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("expected");

    const auto row = [](const char *name, const std::string &bytes, bool expected) {
        QTest::newRow(name) << QByteArray::fromStdString(bytes) << expected;
    };
    const std::string whole = withRows("<row><c><v>1</v></c></row>").bytes();
    Parts elsewhere = withRows("").parts();
    std::erase_if(elsewhere, [](const auto &part) { return part.first == "xl/workbook.xml"; });
    row("workbook", whole, true);
    row("truncated", whole.substr(0, whole.size() - 40), true);
    row("elsewhere", zipped(elsewhere), true);
    row("binary workbook", zipped({{"xl/workbook.bin", "x"}}), true);
    row("text document",
        zipped({{"[Content_Types].xml",
                 "<Types><Override PartName='/word/document.xml' ContentType='application/"
                 "vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'/></Types>"},
                {"word/document.xml", "<x/>"}}),
        false);
    row("zip", zipped({{"events.csv", "a,b\n"}}), false);
    row("CSV", "xl/workbook.xml,b\n", false);
    row("nothing", "", false);
}

void TestWorkbook::workbooksAreTold()
{
    QFETCH(QByteArray, bytes);
    QFETCH(bool, expected);
    QCOMPARE(isWorkbook(bytes.toStdString()), expected);
}

void TestWorkbook::whatCannotBeReadIsSaid_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("words");

    const auto row = [](const char *name, const std::string &bytes, const QString &words) {
        QTest::newRow(name) << QByteArray::fromStdString(bytes) << words;
    };
    const auto rows = [&](const char *name, const std::string &xml, const QString &words) {
        row(name, withRows(xml).bytes(), words);
    };
    const auto part = [&](const char *name, const std::string &path, const std::string &content,
                          const QString &words) {
        WorkbookFixture fixture = withRows("<row><c><v>1</v></c></row>");
        fixture.others = {{path, content}};
        row(name, fixture.bytes(), words);
    };
    const auto without = [&](const char *name, const std::string &path, const QString &words) {
        WorkbookFixture fixture = withRows("<row><c><v>1</v></c></row>");
        fixture.left = {path};
        row(name, fixture.bytes(), words);
    };
    using namespace std::string_literals;
    const std::string compound = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"s + std::string(600, '\0');
    const std::string stream = "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"s;
    const std::string whole = withRows("<row><c><v>1</v></c></row>").bytes();

    row("old format", compound, u"old format"_s);
    row("password", compound + stream, u"is protected by a password. Save it as .xlsx without a password"_s);
    row("zip password", zipped(withRows("<row/>").parts(), "secret"), u"is protected by a password"_s);
    row("binary workbook", zipped({{"xl/workbook.bin", "x"}}), u".xlsb"_s);
    row("no workbook", zipped({{"events.csv", "a,b\n"}}),
        u"the part xl/workbook.xml of this workbook is missing"_s);
    row("no zip", "a,b\n", u"this workbook is incomplete or damaged"_s);
    row("truncated", whole.substr(0, whole.size() - 40), u"this workbook is incomplete or damaged"_s);
    row("the same part twice", zipped({{"xl/a.xml", "<a/>"}, {"xl/A.xml", "<a/>"}}),
        u"xl/a.xml of this workbook is there twice"_s);

    without("no sheet part", "xl/worksheets/sheet1.xml",
            u"the part xl/worksheets/sheet1.xml of this workbook is missing"_s);
    without("no styles", "xl/styles.xml", u"the part xl/styles.xml of this workbook is missing"_s);
    without("no relationships", "xl/_rels/workbook.xml.rels",
            u"xl/_rels/workbook.xml.rels of this workbook is missing"_s);
    part("lost relationship", "xl/_rels/workbook.xml.rels", "<Relationships/>",
         u"does not say where the sheet Events is"_s);
    part("damaged relationships", "_rels/.rels", "<Relationships>",
         u"the part _rels/.rels of this workbook is damaged"_s);
    part("damaged workbook", "xl/workbook.xml", "<workbook><sheets></workbook>",
         u"the part xl/workbook.xml of this workbook is damaged at line 1"_s);
    part("damaged styles", "xl/styles.xml", "<styleSheet>\n\n<",
         u"the part xl/styles.xml of this workbook is damaged at line 3"_s);
    part("damaged texts", "xl/sharedStrings.xml", "<sst><si>",
         u"the part xl/sharedStrings.xml of this workbook is damaged"_s);
    part("damaged after the end", "xl/worksheets/sheet1.xml", "<worksheet><sheetData/></worksheet><",
         u"is damaged at line 1"_s);
    part("empty part", "xl/sharedStrings.xml", "",
         u"the part xl/sharedStrings.xml of this workbook is damaged"_s);
    part("no text", "xl/worksheets/sheet1.xml", "<worksheet>\xff\xfe\xfd</worksheet>", u"is damaged"_s);
    part("unknown entity", "xl/worksheets/sheet1.xml", "<worksheet>&x;</worksheet>", u"is damaged"_s);
    part("type definition", "xl/sharedStrings.xml",
         "<!DOCTYPE sst [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><sst><si><t>&x;</t></si></sst>",
         u"has a document type definition"_s);
    part(
        "deep", "xl/sharedStrings.xml",
        [] {
            std::string deep;
            for (int level = 0; level < 1'000; ++level)
                deep += "<a>";
            return deep;
        }(),
        u"nests its elements more than 256 deep"_s);

    rows("no cells", "", u"no sheet of this workbook has anything in its cells"_s);
    rows("empty cells only", "<row><c s='1'/></row>",
         u"no sheet of this workbook has anything in its cells"_s);
    rows("column outside", "<row><c r='XFE1'><v>1</v></c></row>",
         u"outside of a sheet (XFE1; a sheet has 1,048,576 rows and 16,384 columns)"_s);
    rows("column far outside", "<row><c r='ABCDEFGHIJKL1'><v>1</v></c></row>",
         u"outside of a sheet (ABCDEFGHIJKL1"_s);
    rows("column behind the last", "<row><c r='XFD1'/><c><v>1</v></c></row>",
         u"outside of a sheet (behind the last column"_s);
    rows("row outside", "<row r='1048577'/>", u"outside of a sheet (1048577"_s);
    rows("row behind the last", "<row r='1048576'/><row/>", u"outside of a sheet (behind the last row"_s);
    rows("cell's row outside", "<row><c r='A1048577'><v>1</v></c></row>", u"outside of a sheet (A1048577"_s);
    rows("no reference", "<row><c r='17'><v>1</v></c></row>", u"cannot be understood (17)"_s);
    rows("no row in the reference", "<row><c r='AB'><v>1</v></c></row>", u"cannot be understood (AB)"_s);
    rows("no row number", "<row r='0'/>", u"cannot be understood (0)"_s);
    rows("row twice", "<row r='2'/><row r='2'/>", u"has row 2 behind row 2"_s);
    rows("cell twice", "<row><c r='B1'><v>1</v></c><c r='B1'><v>2</v></c></row>",
         u"two cells at column 2 of row 1"_s);
    rows("text that is not there", "<row><c t='s'><v>0</v></c></row>",
         u"names the text number 0 in row 1, but the workbook has 0 texts"_s);
    rows("text without number", "<row><c t='s'><v>-1</v></c></row>", u"names the text number -1"_s);
    rows("endless text", "<row><c t='str'><v>" + std::string(std::size_t{17} << 20, 'x') + "</v></c></row>",
         u"more than 16 MB"_s);
}

void TestWorkbook::whatCannotBeReadIsSaid()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, words);
    const auto sheets = read(bytes.toStdString());
    QVERIFY(!sheets.ok());
    QVERIFY2(sheets.error().message.contains(words), qPrintable(sheets.error().message));
    QVERIFY2(sheets.error().message.startsWith(kName + u": "_s), qPrintable(sheets.error().message));
    QVERIFY2(sheets.error().message.endsWith(u'.'), qPrintable(sheets.error().message));
}

/// Blanks between elements: nothing but the amount is wrong with it.
void TestWorkbook::aBombIsRefused()
{
    Parts parts = withRows("<row/>").parts();
    const auto part = std::find_if(parts.begin(), parts.end(),
                                   [](const auto &one) { return one.first == "xl/worksheets/sheet1.xml"; });
    QVERIFY(part != parts.end());
    part->second.clear();
    for (int piece = 0; piece < 8; ++piece)
        part->second += (piece == 0 ? "<worksheet>" : "<x/>") + std::string(std::size_t{14} << 20, ' ');
    part->second += "</worksheet>";
    const std::string bytes = zipped(parts);
    QVERIFY(bytes.size() < part->second.size() / 1'000);
    const auto sheets = read(bytes);
    QVERIFY(!sheets.ok());
    QVERIFY2(sheets.error().message.contains(u"more than a thousand times its size"_s),
             qPrintable(sheets.error().message));
}

void TestWorkbook::tooManyPartsAreRefused()
{
    WorkbookFixture fixture = withRows("<row><c><v>1</v></c></row>");
    const std::size_t usual = fixture.parts().size();
    while (usual + fixture.others.size() < 10'000)
        fixture.others.emplace_back("xl/media/" + std::to_string(fixture.others.size()), "");
    QCOMPARE(textOf(fixture), u"1\n"_s);
    fixture.others.emplace_back("xl/media/last", "");
    QVERIFY2(textOf(fixture).contains(u"has more than 10,000 parts"_s), qPrintable(textOf(fixture)));
}

/// The text is larger than what it is made from, so it has a limit of its own.
void TestWorkbook::textNamedTooOftenIsRefused()
{
    WorkbookFixture fixture{.sheets = {{}}, .strings = "<si><t>" + std::string(1'000, 'x') + "</t></si>"};
    for (int row = 0; row < 50; ++row)
        fixture.sheets[0].rows += "<row><c t='s'><v>0</v></c></row>";
    const std::string bytes = fixture.bytes();
    JobContext context(1);
    Result<Package> package = Package::open(kName, bytes, context);
    QVERIFY(package.ok());
    WorkbookFacts facts;
    Sheet sheet;
    QVERIFY(!package.value().read({u"xl/sharedStrings.xml"_s},
                                  [&](const QString &, PartXml &xml) { facts.strings.read(xml); }));
    const auto readUpTo = [&](std::uint64_t most) {
        sheet = {};
        return package.value().read({u"xl/worksheets/sheet1.xml"_s}, [&](const QString &, PartXml &xml) {
            SheetReader(xml, facts, sheet, most).read();
        });
    };
    QVERIFY(!readUpTo(50'050));
    const auto failure = readUpTo(50'049);
    QVERIFY(failure);
    QVERIFY2(failure->message.contains(u"more than 2 GB of text"_s), qPrintable(failure->message));
}

void TestWorkbook::everyTruncationIsAnErrorOrTheSame()
{
    const std::string bytes = withRows("<row><c><v>1</v></c></row>").bytes();
    for (std::size_t size = 0; size < bytes.size(); ++size) {
        const std::string part = bytes.substr(0, size);
        const auto sheets = read(part);
        QVERIFY(!sheets || isWorkbook(part));
        QVERIFY2(!sheets || sheets.value()[0].text == "1\n", qPrintable(QString::number(size)));
    }
}

/// No outcome is checked beyond that there is one: a sentence, or a text (names and times in the archive are
/// not covered by a checksum).
void TestWorkbook::everyFlippedByteIsAnErrorOrAText()
{
    const std::string bytes = withRows("<row><c><v>1</v></c></row>").bytes();
    int refused = 0;
    for (std::size_t place = 0; place < bytes.size(); ++place) {
        std::string damaged = bytes;
        damaged[place] = static_cast<char>(damaged[place] ^ 0x41);
        static_cast<void>(isWorkbook(damaged));
        const auto sheets = read(damaged);
        QVERIFY(!sheets || sheets.value()[0].text == "1\n");
        refused += sheets ? 0 : 1;
    }
    QVERIFY(refused > static_cast<int>(bytes.size() / 2));
}

void TestWorkbook::aStoppedJobIsCancelled()
{
    JobContext context(1);
    context.requestStop();
    const auto sheets = readWorkbook(kName, withRows("<row><c><v>1</v></c></row>").bytes(), context);
    QVERIFY(!sheets.ok());
    QCOMPARE(sheets.error().kind, Error::Kind::Cancelled);
}

void TestWorkbook::aJobStoppedWithinASheetIsCancelled()
{
    constexpr int kRows = 20'000;
    std::string rows;
    for (int row = 0; row < kRows; ++row)
        rows += "<row><c><v>1</v></c></row>";
    const std::string bytes = withRows(rows).bytes();
    JobContext context(1);
    Result<Package> package = Package::open(kName, bytes, context);
    QVERIFY(package.ok());
    const WorkbookFacts facts;
    Sheet sheet;
    const auto failure =
        package.value().read({u"xl/worksheets/sheet1.xml"_s}, [&](const QString &, PartXml &xml) {
            context.requestStop();
            SheetReader(xml, facts, sheet, std::uint64_t{1} << 30).read();
        });
    QVERIFY(failure);
    QCOMPARE(failure->kind, Error::Kind::Cancelled);
    QVERIFY(sheet.rows < kRows / 2);
}

} // namespace

QTEST_GUILESS_MAIN(TestWorkbook)
#include "tst_workbook.moc"
