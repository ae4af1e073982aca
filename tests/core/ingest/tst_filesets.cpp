// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/events/eventtable.h"
#include "core/ingest/formatcatalogue.h"
#include "core/ingest/importer.h"
#include "core/jobs/jobcontext.h"
#include "support/testfolder.h"

#include <QDateTime>
#include <QTest>

using namespace clicksieve;
using namespace clicksieve::tests;
using namespace Qt::StringLiterals;

namespace {

const QByteArray kHeader = "time,event,email,campaign,url\n";

QByteArray row(int second, const char *event, const char *recipient, const char *url = "")
{
    return QByteArray("2026-03-10 09:00:") + QByteArray::number(second).rightJustified(2, '0') + ',' + event
           + ',' + recipient + ",spring," + url + '\n';
}

/// An ESP of this test's own: clicks tell a key, only the sendings tell whose it is.
const QByteArray kKeyedFormat = R"({
    "id": "keyed", "vendor": "Made up", "title": "Made-up keyed export", "confidence": 99,
    "variants": [{"id": "all", "columns": ["riid", "happened"]}],
    "columns": {"time": ["happened"], "event": ["what"], "recipient": ["mail"], "recipientKey": ["riid"],
                "campaign": ["launch"], "url": ["link"]},
    "events": {"sent": "sent", "click": "click"},
    "time": {"formats": ["iso"]}})";

class TestFileSets : public QObject {
    Q_OBJECT

private slots:
    void cleanup() { setImportPieceForTests(0); }
    void theSameFileTwiceCountsOnce();
    void overlappingExportsCountOnceAndBurstsStay();
    void oneFileKeepsItsEqualRows();
    void filesOfDifferentFormatsAreNotCompared();
    void aKeyIsJoinedWithTheAddressOfAnotherFile();
    void aKeyWithoutAnAddressStandsForTheRecipient();
    void jsonGivesTheSameTableWhateverThePiecesAndThreads_data();
    void jsonGivesTheSameTableWhateverThePiecesAndThreads();
    void aJsonFileThatIsCutOffKeepsWhatIsWhole();
    void theZoneOfASourceMovesEveryTime_data();
    void theZoneOfASourceMovesEveryTime();
    void aFormatOfTheUsersOwnIsRecognised();
    void aBrokenFormatOfTheUsersOwnIsNamedAndLeftOut();

private:
    std::shared_ptr<const EventTable> import(const QStringList &files, int threads = 1,
                                             std::shared_ptr<const FormatCatalogue> formats = {})
    {
        JobContext context(threads);
        const auto table = importFiles({files, {}, {}, kNoTime, std::move(formats)}, context);
        if (!table)
            qFatal("%s", qPrintable(table.error().message));
        return table.value();
    }

    std::shared_ptr<const FormatCatalogue> keyedFormats()
    {
        m_folder.write(u"formats/keyed.json"_s, kKeyedFormat);
        return FormatCatalogue::withFolder(m_folder.path(u"formats"_s));
    }

    TestFolder m_folder;
};

QStringList recipients(const EventTable &table)
{
    QStringList list;
    for (std::size_t event = 0; event < table.size(); ++event) {
        const std::string_view text = table.recipientText(table.recipient(event));
        list << QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
    }
    return list;
}

void TestFileSets::theSameFileTwiceCountsOnce()
{
    const QByteArray text = kHeader + row(0, "sent", "a@x.example")
                            + row(9, "click", "a@x.example", "https://x/1")
                            + row(9, "click", "a@x.example", "https://x/1");
    const auto table = import({m_folder.write(u"one.csv"_s, text), m_folder.write(u"copy.csv"_s, text)});
    QCOMPARE(table->size(), std::size_t{3});
    QCOMPARE(table->sources()[0].duplicateEvents, std::uint64_t{0});
    QCOMPARE(table->sources()[1].duplicateEvents, std::uint64_t{3});
    QCOMPARE(table->sources()[1].rows, std::uint64_t{3});
    QCOMPARE(table->sources()[1].rejectedRows, std::uint64_t{0});
}

void TestFileSets::overlappingExportsCountOnceAndBurstsStay()
{
    // Two equal clicks in the first, three in the second: three happened.
    const QByteArray click = row(9, "click", "a@x.example", "https://x/1");
    const auto table = import(
        {m_folder.write(u"march.csv"_s, kHeader + row(0, "sent", "a@x.example") + click + click),
         m_folder.write(u"spring.csv"_s, kHeader + click + click + click + row(20, "open", "b@x.example"))});
    QCOMPARE(table->size(), std::size_t{5});
    QCOMPARE(table->sources()[1].duplicateEvents, std::uint64_t{2});
    QCOMPARE(table->row(3), 3U); // the third click of the second file
    const auto [first, last] = table->eventsOf(SourceIndex{std::size_t{1}});
    QCOMPARE(last - first, std::size_t{2});
}

void TestFileSets::oneFileKeepsItsEqualRows()
{
    const QByteArray click = row(9, "click", "a@x.example", "https://x/1");
    const auto table = import({m_folder.write(u"burst.csv"_s, kHeader + click + click + click)});
    QCOMPARE(table->size(), std::size_t{3});
    QCOMPARE(table->sources()[0].duplicateEvents, std::uint64_t{0});
}

void TestFileSets::filesOfDifferentFormatsAreNotCompared()
{
    const QString views =
        m_folder.write(u"campaign_views.csv"_s, "campaign_id,campaign_uuid,campaign_name,subscriber_id,"
                                                "subscriber_uuid,email,subscriber_name,created_at\n"
                                                "spring,u,spring,1,s,a@x.example,A,2026-03-10T09:00:09Z\n");
    const QString generic = m_folder.write(u"opens.csv"_s, kHeader + row(9, "open", "a@x.example"));
    QCOMPARE(import({views, generic})->size(), std::size_t{2});
}

void TestFileSets::aKeyIsJoinedWithTheAddressOfAnotherFile()
{
    const auto formats = keyedFormats();
    const QString clicks =
        m_folder.write(u"clicks.csv"_s, "happened,what,riid,launch,link\n"
                                        "2026-03-10T09:00:05Z,click,7,spring,https://x/1\n"
                                        "2026-03-10T09:00:06Z,click,8,spring,https://x/1\n");
    const QString sent = m_folder.write(u"sent.csv"_s, "happened,what,riid,launch,mail\n"
                                                       "2026-03-10T09:00:00Z,sent,7,spring,Anna@X.example\n");
    const auto table = import({clicks, sent}, 1, formats);
    QCOMPARE(recipients(*table), QStringList({u"anna@x.example"_s, u"8"_s, u"anna@x.example"_s}));
    QCOMPARE(table->message(0), table->message(2)); // so that the click has a send time
    QCOMPARE(table->sinceSend(0), TimeMs{5'000});
}

void TestFileSets::aKeyWithoutAnAddressStandsForTheRecipient()
{
    const auto formats = keyedFormats();
    const auto table =
        import({m_folder.write(u"only.csv"_s, "happened,what,riid,launch,link\n"
                                              "2026-03-10T09:00:05Z,click,7,spring,https://x/1\n"
                                              "2026-03-10T09:00:06Z,click,7,spring,https://x/2\n")},
               1, formats);
    QCOMPARE(recipients(*table), QStringList({u"7"_s, u"7"_s}));
    QCOMPARE(table->message(0), table->message(1));
    QVERIFY(!table->knownColumns().recipient);
}

void TestFileSets::jsonGivesTheSameTableWhateverThePiecesAndThreads_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("between");
    QTest::addColumn<QByteArray>("after");
    QTest::newRow("array") << QByteArray("[") << QByteArray(",\n ") << QByteArray("]");
    QTest::newRow("lines") << QByteArray() << QByteArray("\n") << QByteArray("\n");
    QTest::newRow("nothing between") << QByteArray() << QByteArray() << QByteArray();
    QTest::newRow("arrays") << QByteArray("[") << QByteArray("]\n[") << QByteArray("]");
}

void TestFileSets::jsonGivesTheSameTableWhateverThePiecesAndThreads()
{
    QFETCH(const QByteArray, before);
    QFETCH(const QByteArray, between);
    QFETCH(const QByteArray, after);
    QByteArray text = before;
    constexpr int kEvents = 300;
    for (int number = 0; number < kEvents; ++number) {
        if (number > 0)
            text += between;
        text += R"({"email":"r)" + QByteArray::number(number % 17) + R"(@x.example","timestamp":)"
                + QByteArray::number(1'773'133'200 + number) + R"(,"event":"click","url":"https://x/)"
                + QByteArray::number(number % 5) + R"(?a={[\"","sg_event_id":"e)" + QByteArray::number(number)
                + R"("})";
    }
    text += after;
    const QString path = m_folder.write(u"events.json"_s, text);
    for (const std::size_t piece : {std::size_t{0}, std::size_t{1}, std::size_t{700}}) {
        for (const int threads : {1, 3}) {
            setImportPieceForTests(piece);
            const auto table = import({path}, threads);
            QCOMPARE(table->size(), std::size_t{kEvents});
            QCOMPARE(table->sources()[0].rows, std::uint64_t{kEvents});
            QCOMPARE(table->sources()[0].rejectedRows, std::uint64_t{0});
            for (std::size_t event = 0; event < table->size(); ++event) {
                const auto number = static_cast<TimeMs>(event);
                QCOMPARE(table->row(event), static_cast<std::uint32_t>(event + 1));
                QCOMPARE(table->time(event), (1'773'133'200 + number) * 1'000);
                QCOMPARE(table->recipient(event).value(), static_cast<std::uint32_t>(event % 17));
            }
        }
    }
}

void TestFileSets::aJsonFileThatIsCutOffKeepsWhatIsWhole()
{
    const QByteArray whole =
        R"({"email":"a@x.example","timestamp":1773133200,"event":"open","sg_event_id":"e1"})";
    const auto table = import({m_folder.write(u"cut.json"_s, "[" + whole + ",\n" + whole.left(30))});
    QCOMPARE(table->size(), std::size_t{1});
    QCOMPARE(table->sources()[0].rejectedRows, std::uint64_t{1});
    QCOMPARE(table->sources()[0].rejected.at(0).row, std::uint64_t{2});
    QVERIFY(table->sources()[0].rejected.at(0).reason.contains(u"cut off"_s));
}

void TestFileSets::theZoneOfASourceMovesEveryTime_data()
{
    QTest::addColumn<QString>("zone");
    QTest::addColumn<QStringList>("utc"); // of the wall-clock times below
    QTest::addColumn<int>("skipped");
    QTest::addColumn<int>("repeated");
    // Clocks change on 2026-03-29 and 2026-10-25 in Europe, on 2026-03-08 and 2026-11-01 in the United States.
    QTest::newRow("UTC") << u"UTC"_s
                         << QStringList({u"2026-01-15T12:00"_s, u"2026-03-08T02:30"_s, u"2026-03-29T02:30"_s,
                                         u"2026-07-15T12:00"_s, u"2026-10-25T02:30"_s, u"2026-11-01T01:30"_s})
                         << 0 << 0;
    QTest::newRow("Copenhagen") << u"Europe/Copenhagen"_s
                                << QStringList({u"2026-01-15T11:00"_s, u"2026-03-08T01:30"_s,
                                                u"2026-03-29T01:30"_s, u"2026-07-15T10:00"_s,
                                                u"2026-10-25T00:30"_s, u"2026-11-01T00:30"_s})
                                << 1 << 1;
    QTest::newRow("Chicago") << u"America/Chicago"_s
                             << QStringList({u"2026-01-15T18:00"_s, u"2026-03-08T08:30"_s,
                                             u"2026-03-29T07:30"_s, u"2026-07-15T17:00"_s,
                                             u"2026-10-25T07:30"_s, u"2026-11-01T06:30"_s})
                             << 1 << 1;
    QTest::newRow("fixed") << u"UTC-06:00"_s
                           << QStringList({u"2026-01-15T18:00"_s, u"2026-03-08T08:30"_s,
                                           u"2026-03-29T08:30"_s, u"2026-07-15T18:00"_s,
                                           u"2026-10-25T08:30"_s, u"2026-11-01T07:30"_s})
                           << 0 << 0;
}

void TestFileSets::theZoneOfASourceMovesEveryTime()
{
    QFETCH(const QString, zone);
    QFETCH(const QStringList, utc);
    QFETCH(const int, skipped);
    QFETCH(const int, repeated);
    QByteArray text = kHeader;
    for (const char *wallClock : {"2026-01-15 12:00", "2026-03-08 02:30", "2026-03-29 02:30",
                                  "2026-07-15 12:00", "2026-10-25 02:30", "2026-11-01 01:30"})
        text += QByteArray(wallClock) + ":00,open,a@x.example,spring,\n";
    text +=
        "2026-10-25 02:30:00Z,open,a@x.example,spring,\n"; // names its zone: nothing to doubt, nothing to move
    JobContext context(1);
    const auto table = importFiles({{m_folder.write(u"times.csv"_s, text)}, {}, zone, kNoTime, {}}, context);
    QVERIFY(table.ok());
    QStringList found;
    for (std::size_t event = 0; event < table.value()->size(); ++event)
        found << QDateTime::fromMSecsSinceEpoch(table.value()->time(event), Qt::UTC)
                     .toString(u"yyyy-MM-ddTHH:mm"_s);
    QCOMPARE(found, utc + QStringList(u"2026-10-25T02:30"_s));
    QCOMPARE(table.value()->sources()[0].skippedClock, static_cast<std::uint64_t>(skipped));
    QCOMPARE(table.value()->sources()[0].repeatedClock, static_cast<std::uint64_t>(repeated));
}

void TestFileSets::aFormatOfTheUsersOwnIsRecognised()
{
    const auto formats = keyedFormats();
    QCOMPARE(formats->formats().size(), FormatCatalogue::shipped()->formats().size() + 1);
    QVERIFY(formats->complaints().empty());
    const QString path = m_folder.write(u"own.csv"_s, "happened,what,riid,launch,link\n"
                                                      "2026-03-10T09:00:05Z,click,7,spring,https://x/1\n");
    QCOMPARE(import({path}, 1, formats)->sources()[0].formatId, u"keyed"_s);
    JobContext context(1);
    QVERIFY(!importFiles({{path}, {}, {}, kNoTime, {}}, context).ok()); // unknown without it
}

void TestFileSets::aBrokenFormatOfTheUsersOwnIsNamedAndLeftOut()
{
    m_folder.write(u"broken/wrong.json"_s, "{\"id\": ");
    m_folder.write(u"broken/right.json"_s, kKeyedFormat);
    const auto formats = FormatCatalogue::withFolder(m_folder.path(u"broken"_s));
    QVERIFY(formats->find(u"keyed"_s) != nullptr);
    QCOMPARE(formats->complaints().size(), std::size_t{1});
    const QString sentence = formats->complaints().front().sentence;
    QVERIFY2(sentence.contains(u"wrong.json"_s), qPrintable(sentence));
}

} // namespace

QTEST_GUILESS_MAIN(TestFileSets)

#include "tst_filesets.moc"
