// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/detector.h"
#include "core/export/isotime.h"
#include "core/ingest/importer.h"
#include "core/jobs/jobcontext.h"
#include "core/metrics/breakdown.h"
#include "support/testfolder.h"

#include <QStringEncoder>
#include <QTest>

#include <random>

using namespace clicksieve;
using namespace clicksieve::tests;
using namespace Qt::StringLiterals;

namespace {

using Table = std::shared_ptr<const EventTable>;

const QByteArray kHeader = "time,event,email,campaign,url,ip,user_agent\n";

QByteArray utf16(const QByteArray &utf8)
{
    return QByteArray::fromHex("fffe")
           + QByteArray(QStringEncoder(QStringConverter::Utf16LE)(QString::fromUtf8(utf8)));
}

/// Everything the table says, one event a line: what may not depend on pieces and threads.
QByteArray shown(const EventTable &table)
{
    std::string all;
    for (std::size_t event = 0; event < table.size(); ++event) {
        for (const std::uint32_t id :
             {table.row(event), table.campaign(event).value(), table.recipient(event).value(),
              table.url(event).value(), table.client(event).value(), table.message(event).value()})
            all += std::to_string(id) + ' ';
        for (const std::string_view text :
             {wordFor(table.type(event)), table.campaignId(table.campaign(event)),
              table.campaignName(table.campaign(event)), table.recipientText(table.recipient(event)),
              table.urlText(table.url(event)), table.linkText(table.linkOf(table.url(event))),
              table.addressText(table.client(event)), table.agentText(table.client(event))})
            (all += text) += '|';
        all += isoTime(table.time(event)) + ' ' + std::to_string(static_cast<int>(table.flag(event))) + ' '
               + std::to_string(table.sinceSend(event)) + '\n';
    }
    for (std::size_t source = 0; source < table.sources().size(); ++source)
        all += "source ends " + std::to_string(table.eventsOf(SourceIndex{source}).second) + '\n';
    for (const SourceInfo &source : table.sources()) {
        all += source.name.toStdString() + ' ' + std::to_string(source.rows) + ' '
               + std::to_string(source.rejectedRows) + ' '
               + std::to_string(static_cast<int>(source.resolution)) + '\n';
        for (const RejectedRow &row : source.rejected)
            all += std::to_string(row.row) + ' ' + row.reason.toStdString() + '\n';
    }
    for (const std::uint32_t action : table.messages().allActions())
        all += std::to_string(action) + ' ';
    return QByteArray::fromStdString(all);
}

class TestImporter : public QObject {
    Q_OBJECT

private slots:
    void cleanup() { setImportPieceForTests(0); }
    void piecesAndThreadsNeverChangeTheTable_data();
    void piecesAndThreadsNeverChangeTheTable();
    void piecesOfBrokenJsonNeverChangeTheTable();
    void aLineLongerThanThePiecesIsOneRejectedRow();
    void aByteFarBehindThatIsNoUtf8ChangesTheWholeFile();
    void rowsThatCannotBeUnderstoodAreKeptWithTheirReason();
    void moreEmptyCellsThanTheHeaderAreNoFault();
    void theSampleInTheProgramIsRead();
    void theResolutionIsFoundInTheData_data();
    void theResolutionIsFoundInTheData();
    void theZoneAskedForCountsForTimesWithout();
    void ambiguousDatesAreAsked();
    void aLaterRowDecidesTheOrderOfDayAndMonth();
    void aHeaderAloneGivesAnEmptyTable();
    void whatCannotBeReadFailsWithASentence_data();
    void whatCannotBeReadFailsWithASentence();
    void aStoppedImportIsCancelled();

private:
    static Table tableOf(const QStringList &files, int threads = 1, TimeMs sentAt = kNoTime)
    {
        JobContext context(threads);
        const auto table = importFiles({files, {}, {}, sentAt}, context);
        if (!table)
            qWarning("%s", qPrintable(table.error().message));
        return table ? table.value() : nullptr;
    }

    static Figures figuresOf(const EventTable &table)
    {
        JobContext context(1);
        const auto verdicts = detect(table, loadRuleset(u"balanced"_s).value(), context);
        return totalFigures(table, *verdicts.value(), {}, context);
    }

    TestFolder m_folder;
};

void TestImporter::piecesAndThreadsNeverChangeTheTable_data()
{
    QTest::addColumn<QByteArray>("lineEnd");
    QTest::addColumn<bool>("sixteenBit");
    QTest::newRow("LF") << QByteArray("\n") << false;
    QTest::newRow("CRLF") << QByteArray("\r\n") << false;
    QTest::newRow("CR") << QByteArray("\r") << false;
    QTest::newRow("empty lines between") << QByteArray("\r\n\n\r\r\n") << false;
    QTest::newRow("UTF-16") << QByteArray("\r\n") << true;
}

/// Quoted line breaks, rows without events and broken quotes stand on the borders of pieces somewhere.
void TestImporter::piecesAndThreadsNeverChangeTheTable()
{
    QFETCH(const QByteArray, lineEnd);
    QFETCH(const bool, sixteenBit);
    std::mt19937 random(26);
    QByteArray text = QByteArray(kHeader).trimmed() + lineEnd;
    for (int row = 0; row < 150; ++row) {
        const QByteArray who =
            "p" + QByteArray::number(static_cast<int>(random() % 40)) + "@nordbank.example";
        const QByteArray time =
            "2026-03-10T09:" + QByteArray::number(static_cast<int>(10 + random() % 50)) + ":00Z";
        const QByteArray breaks =
            lineEnd + "x,y" + lineEnd + lineEnd + "2026-03-10T09:00:00Z,click,false@nordbank.example";
        switch (random() % 8) {
        case 0:
            text += time + ",sent," + who + ",c1,,,";
            break;
        case 1:
            text += time + ",open," + who + ",c2,,192.0.2." + QByteArray::number(row % 9) + ",\"agent"
                    + breaks + "\"";
            break;
        case 2:
            text += time + ",\"click\",\"" + who + "\",c1,\"https://shop.example/" + lineEnd
                    + "\",192.0.2.1,agent \"5\"";
            break;
        case 3:
            text += time + ",dance," + who + ",c1,,,";
            break;
        case 4:
            text += time + ",open," + who;
            break;
        default:
            text += time + ",click," + who + ",c" + QByteArray::number(row % 3)
                    + ",https://shop.example/,192.0.2.1,a";
            break;
        }
        text += lineEnd;
    }
    text += "2026-03-10T10:00:00Z,click,last@nordbank.example,c1,,,\"cut off here";
    const QString path = m_folder.write(u"events.csv"_s, sixteenBit ? utf16(text) : text);
    const QString other =
        m_folder.write(u"other.csv"_s, kHeader + "2026-03-10T09:00:00Z,sent,p1@nordbank.example,c9,,,\n");

    const Table whole = tableOf({path, other}, 1);
    QVERIFY(whole);
    QCOMPARE(whole->sources().front().rows, 151U);
    QVERIFY(whole->sources().front().rejectedRows > 20);
    QCOMPARE(whole->sources().front().rejected.back().row, 151U);
    for (const RejectedRow &row : whole->sources().front().rejected)
        QVERIFY2(!row.reason.contains(u"false@"_s), "a quoted line was read as a record");
    for (const std::size_t bytes : {std::size_t{7}, std::size_t{64}, std::size_t{1'000}}) {
        for (int threads = 1; threads <= 4; ++threads) {
            setImportPieceForTests(bytes);
            const Table pieces = tableOf({path, other}, threads);
            QVERIFY(pieces);
            QCOMPARE(shown(*pieces), shown(*whole));
        }
    }
}

/// Where a broken record ends is told by what follows, which may be in the next piece.
void TestImporter::piecesOfBrokenJsonNeverChangeTheTable()
{
    QByteArray text;
    for (int row = 0; row < 40; ++row) {
        const QByteArray id = "\"sg_event_id\":\"e" + QByteArray::number(row) + "\",";
        const QByteArray whole =
            "{" + id + R"("event":"click","timestamp":1773133240,"email":"a@nordbank.example"})";
        text += whole + "\n";
        if (row % 4 == 1)
            text += "{" + id + "\"geo\":\n  {\"city\":\"x\"}\n";
        if (row % 4 == 2)
            text += "{" + id + "\"agent\":\"Mozilla,\n  {\"city\":\"x\"}}\n";
        if (row % 4 == 3)
            text += "got:\n";
    }
    const QString path = m_folder.write(u"broken.jsonl"_s, text);
    const Table whole = tableOf({path});
    QVERIFY(whole);
    QCOMPARE(whole->size(), std::size_t{40});
    QCOMPARE(whole->sources().front().rejectedRows, std::uint64_t{30});
    for (const std::size_t piece : {1, 50, 120, 333, 1'000}) {
        setImportPieceForTests(piece);
        for (const int threads : {1, 3}) {
            const Table table = tableOf({path}, threads);
            QVERIFY(table);
            QCOMPARE(shown(*table), shown(*whole));
        }
    }
}

void TestImporter::aLineLongerThanThePiecesIsOneRejectedRow()
{
    const QByteArray row = "2026-03-10T09:00:00Z,click,a@nordbank.example,c1,,,\n";
    const QString path =
        m_folder.write(u"events.csv"_s, kHeader + row + QByteArray(3'000'000, 'a') + "\n" + row + row);
    setImportPieceForTests(200'000);
    for (int threads = 1; threads <= 4; ++threads) {
        const Table table = tableOf({path}, threads);
        QVERIFY(table);
        QCOMPARE(table->size(), 3U);
        QCOMPARE(table->row(0), 1U);
        QCOMPARE(table->row(1), 3U);
        QCOMPARE(table->row(2), 4U);
        QCOMPARE(table->sources().front().rejectedRows, 1U);
        QCOMPARE(table->sources().front().rejected.front().row, 2U);
    }
}

/// A file is taken for UTF-8 by its beginning until its rows are read; one that is found to be none is read again, with
/// nothing left of the first time.
void TestImporter::aByteFarBehindThatIsNoUtf8ChangesTheWholeFile()
{
    const QByteArray row = "2026-03-10T09:00:00Z,click,a@nordbank.example,Fr\xc3\xbchling,,,\n";
    const QByteArray rows = row.repeated(60'000); // more than the beginning
    const QByteArray strange = "2026-03-10T09:00:00Z,open,\xe4@nordbank.example,Fr\xc3\xbchling,,,\n";
    const QString first = m_folder.write(u"first.csv"_s, kHeader + row);
    const QString strangeOne = m_folder.write(u"strange.csv"_s, kHeader + rows + strange);
    const QString plainOne = m_folder.write(u"plain.csv"_s, kHeader + rows);
    for (int threads = 1; threads <= 3; ++threads) {
        JobContext context(threads);
        const auto table = importFiles({{first, strangeOne}, {}, {}}, context).value();
        QCOMPARE(table->sources().back().encoding, u"Windows-1252"_s);
        QCOMPARE(table->campaignCount(), 2U);
        QCOMPARE(table->campaignId(CampaignIndex{0U}), std::string_view("Fr\xc3\xbchling"));
        QCOMPARE(table->campaignId(CampaignIndex{1U}), std::string_view("Fr\xc3\x83\xc2\xbchling"));
        QCOMPARE(table->recipientText(table->recipient(table->size() - 1)),
                 std::string_view("\xc3\xa4@nordbank.example"));
        QCOMPARE(context.rows(), std::uint64_t{1 + 60'000 + 1});
        QCOMPARE(tableOf({plainOne}, threads)->sources().front().encoding, u"UTF-8"_s);
    }
}

void TestImporter::rowsThatCannotBeUnderstoodAreKeptWithTheirReason()
{
    const Table table = tableOf({m_folder.write(
        u"events.csv"_s,
        kHeader
            + "2026-03-10T09:00:00Z,click,a@nordbank.example,c1,,,\n"      // 1
              "2026-03-10T09:00:00Z,click,a@nordbank.example,c1\n"         // 2: too few
              "2026-03-10T09:00:00Z,click,a@nordbank.example,c1,,,,x\n"    // 3: too many
              "2026-03-10T09:00:00Z,dance,a@nordbank.example,c1,,,\n"      // 4
              "2026-03-10T09:00:00Z,,a@nordbank.example,c1,,,\n"           // 5
              ",click,a@nordbank.example,c1,,,\n"                          // 6
              "yesterday,click,a@nordbank.example,c1,,,\n"                 // 7
              "2026-02-30T09:00:00Z,click,a@nordbank.example,c1,,,\n"      // 8
              "2026-03-10T09:00:00Z, CLICKED ,a@nordbank.example,c1,,,\n"  // 9: folded, so fine
              "2026-03-10T09:00:00Z,queued,a@nordbank.example,c1,,,\n")}); // 10: known, of no rate
    QVERIFY(table);
    QCOMPARE(table->size(), std::size_t{3});
    QCOMPARE(table->row(1), 9U);
    QCOMPARE(table->type(1), EventType::Click);
    QCOMPARE(table->row(2), 10U);
    QCOMPARE(table->type(2), EventType::Other);
    const SourceInfo &source = table->sources().front();
    QCOMPARE(source.rows, 10U);
    QCOMPARE(source.rejectedRows, 7U);
    const QList<std::pair<std::uint64_t, QString>> expected{
        {2, u"4 cells"_s}, {3, u"8 cells"_s},       {4, u"\"dance\""_s}, {5, u"no event"_s},
        {6, u"no time"_s}, {7, u"\"yesterday\""_s}, {8, u"2026-02-30"_s}};
    QCOMPARE(source.rejected.size(), static_cast<std::size_t>(expected.size()));
    for (std::size_t place = 0; place < source.rejected.size(); ++place) {
        const auto &[row, word] = expected[static_cast<qsizetype>(place)];
        QCOMPARE(source.rejected[place].row, row);
        QVERIFY2(source.rejected[place].reason.contains(word), qPrintable(source.rejected[place].reason));
    }
}

void TestImporter::moreEmptyCellsThanTheHeaderAreNoFault()
{
    const Table table = tableOf({m_folder.write(
        u"events.csv"_s, kHeader + "2026-03-10T09:00:00Z,click,a@nordbank.example,c1,,,,,\n")});
    QVERIFY(table);
    QCOMPARE(table->size(), std::size_t{1});
}

void TestImporter::theSampleInTheProgramIsRead()
{
    const Table compiledIn = tableOf({u":/clicksieve/samples/spring-offer.csv"_s});
    QVERIFY(compiledIn);
    const Table onDisk =
        tableOf({QStringLiteral(CLICKSIEVE_SOURCE_DIR) + u"/resources/samples/spring-offer.csv"_s});
    QVERIFY(onDisk);
    QVERIFY(compiledIn->size() > 0);
    QCOMPARE(compiledIn->size(), onDisk->size());
}

void TestImporter::theResolutionIsFoundInTheData_data()
{
    QTest::addColumn<QByteArrayList>("times");
    QTest::addColumn<int>("resolution");
    const auto row = [](const char *name, const QByteArrayList &times, TimeResolution resolution) {
        QTest::newRow(name) << times << static_cast<int>(resolution);
    };
    row("day", {"2026-03-10", "2026-03-11", "2026-03-12"}, TimeResolution::Day);
    row("minute", {"2026-03-10", "2026-03-11T10:05:00Z", "2026-03-12"}, TimeResolution::Minute);
    row("second", {"2026-03-10", "2026-03-11T10:05:01Z", "2026-03-12"}, TimeResolution::Second);
    row("ms", {"2026-03-10", "2026-03-11T10:05:01.001Z", "2026-03-12"}, TimeResolution::Millisecond);
    row("one time again and again", {"2026-03-10T09:00:00Z", "2026-03-10T09:00:00Z", "2026-03-10T09:00:00Z"},
        TimeResolution::Second);
    row("a pattern without seconds", {"10/31/2026 9:05 AM"}, TimeResolution::Minute);
}

void TestImporter::theResolutionIsFoundInTheData()
{
    QFETCH(const QByteArrayList, times);
    QFETCH(const int, resolution);
    QByteArray text = "time,event,email\n";
    for (const QByteArray &time : times)
        text += time + ",open,a@b.example\n";
    setImportPieceForTests(40); // a row or two each
    const Table table = tableOf({m_folder.write(u"events.csv"_s, text)});
    setImportPieceForTests(0);
    QVERIFY(table);
    QCOMPARE(static_cast<int>(table->coarsestResolution()), resolution);
}

void TestImporter::theZoneAskedForCountsForTimesWithout()
{
    const QString path =
        m_folder.write(u"events.csv"_s, "time,event,email\n2026-07-10 09:00:00,open,a@b.example\n"
                                        "2026-07-10 09:00:00Z,open,a@b.example\n");
    JobContext context(1);
    const auto table = importFiles({{path}, {}, u"Europe/Berlin"_s, kNoTime}, context);
    QVERIFY(table.ok());
    QCOMPARE(isoTime(table.value()->time(0)), std::string("2026-07-10T07:00:00.000Z"));
    QCOMPARE(isoTime(table.value()->time(1)), std::string("2026-07-10T09:00:00.000Z"));
    QCOMPARE(table.value()->sources().front().timeZone, u"Europe/Berlin"_s);
}

void TestImporter::ambiguousDatesAreAsked()
{
    const QString path =
        m_folder.write(u"events.csv"_s, "time,event,email\n03/04/2026 09:00:00,open,a@b.example\n");
    JobContext context(1);
    const auto table = importFiles({{path}, {}, {}, kNoTime}, context);
    QVERIFY(!table.ok());
    QCOMPARE(table.error().kind, Error::Kind::Unrecognised);
    for (const QString &word :
         {u"events.csv"_s, u"day first"_s, u"month first"_s, u"--day-order"_s, u"more than one way"_s})
        QVERIFY2(table.error().message.contains(word), qPrintable(table.error().message));
}

void TestImporter::aLaterRowDecidesTheOrderOfDayAndMonth()
{
    const QByteArray start = "time,event,email\n03/04/2026 09:00:00,open,a@b.example\n";
    const Table european =
        tableOf({m_folder.write(u"a.csv"_s, start + "13/04/2026 09:00:00,open,a@b.example\n")});
    QVERIFY(european);
    QCOMPARE(isoTime(european->time(0)), std::string("2026-04-03T09:00:00.000Z"));
    const Table american = tableOf({m_folder.write(
        u"b.csv"_s, start + "rubbish,open,a@b.example\n03/14/2026 09:00:00,open,a@b.example\n")});
    QVERIFY(american);
    QCOMPARE(isoTime(american->time(0)), std::string("2026-03-04T09:00:00.000Z"));
    QCOMPARE(american->sources().front().rejected.front().row, 2U);
}

void TestImporter::aHeaderAloneGivesAnEmptyTable()
{
    for (const QByteArray &text : {kHeader, kHeader.trimmed(), kHeader + "\n\r\n"}) {
        const Table table = tableOf({m_folder.write(u"events.csv"_s, text)}, 2);
        QVERIFY(table);
        QCOMPARE(table->size(), std::size_t{0});
        QCOMPARE(table->sources().front().rows, 0U);
        QCOMPARE(figuresOf(*table).raw.opens, 0U);
    }
}

void TestImporter::whatCannotBeReadFailsWithASentence_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("format");
    QTest::addColumn<QString>("zone");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("word");
    const auto unrecognised = static_cast<int>(Error::Kind::Unrecognised);
    const auto usage = static_cast<int>(Error::Kind::Usage);
    QTest::newRow("other columns") << QByteArray("name,age\nx,1\n") << QString() << QString() << unrecognised
                                   << u"name, age"_s;
    QTest::newRow("line ends only") << QByteArray("\n\r\n\n") << QString() << QString() << unrecognised
                                    << u"header"_s;
    QTest::newRow("open quote") << QByteArray("\"time,event\n") << QString() << QString() << unrecognised
                                << u"quote"_s;
    QTest::newRow("another format") << kHeader << u"listmonk"_s << QString() << unrecognised << u"listmonk"_s;
    QTest::newRow("unknown format") << kHeader << u"no-such"_s << QString() << usage << u"no-such"_s;
    QTest::newRow("unknown zone") << kHeader << QString() << u"Mars/Olympus"_s << usage << u"Mars/Olympus"_s;
}

void TestImporter::whatCannotBeReadFailsWithASentence()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QString, format);
    QFETCH(const QString, zone);
    QFETCH(const int, kind);
    QFETCH(const QString, word);
    JobContext context(1);
    const auto table =
        importFiles({{m_folder.write(u"strange.csv"_s, text)}, format, zone, kNoTime}, context);
    QVERIFY(!table.ok());
    QCOMPARE(static_cast<int>(table.error().kind), kind);
    QVERIFY2(table.error().message.contains(word), qPrintable(table.error().message));
    QVERIFY(kind != static_cast<int>(Error::Kind::Unrecognised)
            || table.error().message.contains(u"strange.csv"_s));
}

void TestImporter::aStoppedImportIsCancelled()
{
    const QString path =
        m_folder.write(u"events.csv"_s, kHeader + "2026-03-10T09:00:00Z,click,a@nordbank.example,c1,,,\n");
    for (const int threads : {1, 4}) {
        JobContext context(threads);
        context.requestStop();
        const auto table = importFiles({{path}, {}, {}, kNoTime}, context);
        QVERIFY(!table.ok());
        QCOMPARE(table.error().kind, Error::Kind::Cancelled);
    }
}

} // namespace

QTEST_GUILESS_MAIN(TestImporter)

#include "tst_importer.moc"
