// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/events/eventtable.h"
#include "core/ingest/formatcatalogue.h"
#include "core/ingest/importer.h"
#include "core/jobs/jobcontext.h"
#include "support/archivefixture.h"
#include "support/testfolder.h"

#include <QDateTime>
#include <QTest>

using namespace clicksieve;
using namespace clicksieve::tests;
using namespace Qt::StringLiterals;

namespace {

/// An ESP of this test's own that says neither its zone nor the order of day and month.
const QByteArray kVagueFormat = R"({
    "id": "vague", "vendor": "Made up", "title": "Made-up vague export", "confidence": 99,
    "variants": [{"id": "all", "columns": ["vague", "when"]}],
    "columns": {"time": ["when"], "event": ["vague"], "recipient": ["mail"], "campaign": ["campaign"]},
    "events": {"open": "open", "click": "click", "sent": "sent"},
    "time": {"formats": ["d/M/yyyy H:mm:ss", "M/d/yyyy H:mm:ss", "iso"], "zone": "UTC", "zoneIsGuess": true}})";

class TestSourceChoices : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();

    void theZoneOfOneFileMovesItsTimesAlone();
    void theZoneMovesEveryTimeByTheRightAmount_data();
    void theZoneMovesEveryTimeByTheRightAmount();
    void aKnownZoneOfTheFormatIsNoGuess();
    void anOpenZoneIsAQuestionOnlyWhereTimesNameNone();
    void anOpenDayOrderIsAQuestion();
    void withoutSomebodyToAskAnOpenDayOrderIsAnError();
    void theDayOrderIsAsChosen_data();
    void theDayOrderIsAsChosen();
    void oneDayAboveTwelveDecidesTheWholeFile();
    void theCampaignIsForRowsThatNameNone();
    void theSendTimeIsForMessagesWithoutOne();
    void ofSeveralSendTimesOfOneMessageTheEarliestCounts();
    void aFileThatIsLeftOutIsNamed();
    void aDamagedFileThatIsLeftOutDoesNotMatter();
    void oneFileOfAnArchiveCanBeLeftOut();
    void nothingIsLeftIsAnError();
    void anUnknownFileIsAQuestion();

private:
    ImportRequest request(const QStringList &names) const
    {
        ImportRequest request;
        for (const QString &name : names)
            request.files << m_folder.path(name);
        request.formats = m_formats;
        return request;
    }
    SourceChoice choice(const QString &name, const QString &inner = {}) const
    {
        SourceChoice choice;
        choice.path = m_folder.path(name);
        choice.inner = inner;
        return choice;
    }
    static std::shared_ptr<const EventTable> import(const ImportRequest &request)
    {
        JobContext context(2);
        const auto table = importFiles(request, context);
        if (!table)
            qFatal("%s", qPrintable(table.error().message));
        return table.value();
    }
    static Error errorOf(const ImportRequest &request)
    {
        JobContext context(2);
        const auto table = importFiles(request, context);
        if (table)
            qFatal("the import should have failed");
        return table.error();
    }

    TestFolder m_folder;
    std::shared_ptr<const FormatCatalogue> m_formats;
};

QString utc(TimeMs time)
{
    return QDateTime::fromMSecsSinceEpoch(time, Qt::UTC).toString(Qt::ISODate);
}

void TestSourceChoices::initTestCase()
{
    m_folder.write(u"formats/vague.json"_s, kVagueFormat);
    m_formats = FormatCatalogue::withFolder(m_folder.path(u"formats"_s));
    QVERIFY(m_formats->complaints().empty());
    m_folder.write(u"a.csv"_s, "vague,when,mail\nclick,2026-03-10 09:00:00,anna@a.example\n");
    m_folder.write(u"b.csv"_s, "vague,when,mail\nclick,2026-03-10 09:00:00,bo@b.example\n");
    m_folder.write(u"zoned.csv"_s, "vague,when,mail\nclick,2026-03-10T09:00:00+01:00,anna@a.example\n");
    m_folder.write(u"days.csv"_s, "vague,when,mail\nclick,3/4/2026 9:00:00,anna@a.example\n"
                                  "click,5/4/2026 9:00:00,bo@b.example\n");
    m_folder.write(u"clear.csv"_s, "vague,when,mail\nclick,3/4/2026 9:00:00,anna@a.example\n"
                                   "click,4/13/2026 9:00:00,bo@b.example\n");
    m_folder.write(u"campaigns.csv"_s, "vague,when,mail,campaign\n"
                                       "click,2026-03-10 09:00:00,anna@a.example,spring\n"
                                       "click,2026-03-10 09:00:00,bo@b.example,\n");
    m_folder.write(u"sent.csv"_s, "vague,when,mail\nsent,2026-03-10 08:00:00,anna@a.example\n"
                                  "click,2026-03-10 09:00:00,anna@a.example\n"
                                  "click,2026-03-10 09:00:00,bo@b.example\n");
    m_folder.write(u"damaged.zip"_s, QByteArray("PK\x03\x04 and then nothing", 21));
    m_folder.write(u"other.csv"_s, "colour,size\nred,3\n");
}

void TestSourceChoices::theZoneOfOneFileMovesItsTimesAlone()
{
    ImportRequest both = request({u"a.csv"_s, u"b.csv"_s});
    both.choices = {choice(u"b.csv"_s)};
    both.choices[0].timeZone = u"Europe/Copenhagen"_s;
    const auto table = import(both);
    QCOMPARE(utc(table->time(0)), u"2026-03-10T09:00:00Z"_s);
    QCOMPARE(utc(table->time(1)), u"2026-03-10T08:00:00Z"_s);
    QCOMPARE(table->sources()[1].timeZone, u"Europe/Copenhagen"_s);
    QVERIFY(table->sources()[0].zoneIsGuess);
    QVERIFY(!table->sources()[1].zoneIsGuess);
}

void TestSourceChoices::theZoneMovesEveryTimeByTheRightAmount_data()
{
    QTest::addColumn<QString>("zone");
    QTest::addColumn<QStringList>("times"); // of the file below, in UTC
    QTest::addColumn<quint64>("skipped");
    QTest::addColumn<quint64>("repeated");

    // Europe changes on 29 March at 02:00 and 25 October at 03:00, America on 8 March at 02:00 and 1 November at 02:00.
    QTest::newRow("Copenhagen") << u"Europe/Copenhagen"_s
                                << QStringList{u"2026-01-15T11:00:00Z"_s, u"2026-03-08T01:30:00Z"_s,
                                               u"2026-03-29T01:30:00Z"_s, u"2026-07-15T10:00:00Z"_s,
                                               u"2026-10-25T00:30:00Z"_s, u"2026-11-01T00:30:00Z"_s}
                                << quint64{1} << quint64{1};
    QTest::newRow("Chicago") << u"America/Chicago"_s
                             << QStringList{u"2026-01-15T18:00:00Z"_s, u"2026-03-08T08:30:00Z"_s,
                                            u"2026-03-29T07:30:00Z"_s, u"2026-07-15T17:00:00Z"_s,
                                            u"2026-10-25T07:30:00Z"_s, u"2026-11-01T06:30:00Z"_s}
                             << quint64{1} << quint64{1};
    QTest::newRow("UTC-6") << u"UTC-06:00"_s
                           << QStringList{u"2026-01-15T18:00:00Z"_s, u"2026-03-08T08:30:00Z"_s,
                                          u"2026-03-29T08:30:00Z"_s, u"2026-07-15T18:00:00Z"_s,
                                          u"2026-10-25T08:30:00Z"_s, u"2026-11-01T07:30:00Z"_s}
                           << quint64{0} << quint64{0};
}

void TestSourceChoices::theZoneMovesEveryTimeByTheRightAmount()
{
    QFETCH(const QString, zone);
    QFETCH(const QStringList, times);
    m_folder.write(u"year.csv"_s, "vague,when,mail\n"
                                  "click,2026-01-15 12:00:00,a@x.example\n"
                                  "click,2026-03-08 02:30:00,a@x.example\n"
                                  "click,2026-03-29 02:30:00,a@x.example\n"
                                  "click,2026-07-15 12:00:00,a@x.example\n"
                                  "click,2026-10-25 02:30:00,a@x.example\n"
                                  "click,2026-11-01 01:30:00,a@x.example\n");
    ImportRequest year = request({u"year.csv"_s});
    year.choices = {choice(u"year.csv"_s)};
    year.choices[0].timeZone = zone;
    const auto table = import(year);
    QStringList found;
    for (std::size_t event = 0; event < table->size(); ++event)
        found << utc(table->time(event));
    QCOMPARE(found, times);
    QTEST(static_cast<quint64>(table->sources()[0].skippedClock), "skipped");
    QTEST(static_cast<quint64>(table->sources()[0].repeatedClock), "repeated");
}

void TestSourceChoices::aKnownZoneOfTheFormatIsNoGuess()
{
    ImportRequest known = request({u"a.csv"_s});
    known.asksFirst = true;
    QCOMPARE(errorOf(known).kind, Error::Kind::Question);
    known.knownZones[u"vague"_s] = u"Europe/Copenhagen"_s;
    const auto table = import(known);
    QCOMPARE(utc(table->time(0)), u"2026-03-10T08:00:00Z"_s);
    QVERIFY(!table->sources()[0].zoneIsGuess);
}

void TestSourceChoices::anOpenZoneIsAQuestionOnlyWhereTimesNameNone()
{
    ImportRequest zoned = request({u"zoned.csv"_s});
    zoned.asksFirst = true;
    QCOMPARE(utc(import(zoned)->time(0)), u"2026-03-10T08:00:00Z"_s);
}

void TestSourceChoices::anOpenDayOrderIsAQuestion()
{
    ImportRequest days = request({u"days.csv"_s});
    days.timeZone = u"UTC"_s;
    days.asksFirst = true;
    const Error error = errorOf(days);
    QCOMPARE(error.kind, Error::Kind::Question);
    QVERIFY(error.message.contains(u"days.csv"_s));
}

void TestSourceChoices::withoutSomebodyToAskAnOpenDayOrderIsAnError()
{
    const Error error = errorOf(request({u"days.csv"_s}));
    QCOMPARE(error.kind, Error::Kind::Unrecognised);
    QVERIFY(error.message.contains(u"--day-order"_s));
}

void TestSourceChoices::theDayOrderIsAsChosen_data()
{
    QTest::addColumn<bool>("dayFirst");
    QTest::addColumn<bool>("forAll");
    QTest::addColumn<QString>("time");
    QTest::newRow("day, this file") << true << false << u"2026-04-03T09:00:00Z"_s;
    QTest::newRow("month, this file") << false << false << u"2026-03-04T09:00:00Z"_s;
    QTest::newRow("day, all files") << true << true << u"2026-04-03T09:00:00Z"_s;
    QTest::newRow("month, all files") << false << true << u"2026-03-04T09:00:00Z"_s;
}

void TestSourceChoices::theDayOrderIsAsChosen()
{
    QFETCH(const bool, dayFirst);
    QFETCH(const bool, forAll);
    const DayOrder order = dayFirst ? DayOrder::DayFirst : DayOrder::MonthFirst;
    ImportRequest days = request({u"days.csv"_s});
    days.choices = {choice(u"days.csv"_s)};
    (forAll ? days.dayOrder : days.choices[0].dayOrder) = order;
    const auto table = import(days);
    QTEST(utc(table->time(0)), "time");
    QVERIFY(!table->sources()[0].dayOrderIsOpen);
}

void TestSourceChoices::oneDayAboveTwelveDecidesTheWholeFile()
{
    ImportRequest clear = request({u"clear.csv"_s});
    clear.dayOrder = DayOrder::DayFirst; // the file knows better
    QCOMPARE(utc(import(clear)->time(0)), u"2026-03-04T09:00:00Z"_s);
}

void TestSourceChoices::theCampaignIsForRowsThatNameNone()
{
    ImportRequest named = request({u"campaigns.csv"_s});
    named.choices = {choice(u"campaigns.csv"_s)};
    named.choices[0].campaign = u" Summer sale "_s;
    const auto table = import(named);
    QCOMPARE(std::string(table->campaignName(table->campaign(0))), std::string("spring"));
    QCOMPARE(std::string(table->campaignName(table->campaign(1))), std::string("Summer sale"));
    QCOMPARE(table->sources()[0].campaignAnswer, u"Summer sale"_s);
}

void TestSourceChoices::theSendTimeIsForMessagesWithoutOne()
{
    ImportRequest sent = request({u"sent.csv"_s});
    sent.choices = {choice(u"sent.csv"_s)};
    sent.choices[0].sentAt = import(sent)->time(0) + 600'000;
    sent.choices[0].sentAtIsEstimate = true;
    const auto table = import(sent);
    QCOMPARE(utc(table->messages().sentTime(0)), u"2026-03-10T08:00:00Z"_s); // its own
    QCOMPARE(utc(table->messages().sentTime(1)), u"2026-03-10T08:10:00Z"_s);
    QVERIFY(table->sources()[0].sentAtIsEstimate);
}

void TestSourceChoices::ofSeveralSendTimesOfOneMessageTheEarliestCounts()
{
    m_folder.write(u"more.csv"_s, "vague,when,mail\nopen,2026-03-10 10:00:00,anna@a.example\n");
    ImportRequest both = request({u"more.csv"_s, u"a.csv"_s});
    both.choices = {choice(u"more.csv"_s), choice(u"a.csv"_s)};
    const TimeMs late = QDateTime::fromString(u"2026-03-10T08:30:00Z"_s, Qt::ISODate).toMSecsSinceEpoch();
    both.choices[0].sentAt = late;
    both.choices[1].sentAt = late - 600'000;
    const auto table = import(both);
    QCOMPARE(table->messages().size(), std::size_t{1});
    QCOMPARE(table->messages().sentTime(0), late - 600'000);
}

void TestSourceChoices::aFileThatIsLeftOutIsNamed()
{
    ImportRequest both = request({u"a.csv"_s, u"b.csv"_s});
    both.choices = {choice(u"a.csv"_s)};
    both.choices[0].leftOut = true;
    const auto table = import(both);
    QCOMPARE(table->size(), std::size_t{1});
    QCOMPARE(table->skippedFiles().size(), std::size_t{1});
    QCOMPARE(table->skippedFiles()[0].name, u"a.csv"_s);
    QCOMPARE(table->skippedFiles()[0].reason, u"a.csv: you left it out."_s);
}

void TestSourceChoices::aDamagedFileThatIsLeftOutDoesNotMatter()
{
    ImportRequest both = request({u"damaged.zip"_s, u"b.csv"_s});
    both.asksFirst = true;
    both.timeZone = u"UTC"_s;
    QCOMPARE(errorOf(both).kind, Error::Kind::Question);
    both.choices = {choice(u"damaged.zip"_s)};
    both.choices[0].leftOut = true;
    QCOMPARE(import(both)->size(), std::size_t{1});
}

void TestSourceChoices::oneFileOfAnArchiveCanBeLeftOut()
{
    m_folder.write(u"two.zip"_s, archiveOf({{"a.csv", readAll(m_folder.path(u"a.csv"_s))},
                                            {"b.csv", readAll(m_folder.path(u"b.csv"_s))}}));
    ImportRequest two = request({u"two.zip"_s});
    QCOMPARE(import(two)->size(), std::size_t{2});
    two.choices = {choice(u"two.zip"_s, u"a.csv"_s)};
    two.choices[0].leftOut = true;
    const auto table = import(two);
    QCOMPARE(table->size(), std::size_t{1});
    QCOMPARE(table->skippedFiles()[0].name, u"two.zip/a.csv"_s);
}

void TestSourceChoices::nothingIsLeftIsAnError()
{
    ImportRequest one = request({u"a.csv"_s});
    one.choices = {choice(u"a.csv"_s)};
    one.choices[0].leftOut = true;
    QCOMPARE(errorOf(one).kind, Error::Kind::Usage);
}

void TestSourceChoices::anUnknownFileIsAQuestion()
{
    ImportRequest other = request({u"other.csv"_s});
    QCOMPARE(errorOf(other).kind, Error::Kind::Unrecognised);
    other.asksFirst = true;
    const Error error = errorOf(other);
    QCOMPARE(error.kind, Error::Kind::Question);
    QVERIFY(error.message.contains(u"colour"_s));
}

} // namespace

QTEST_GUILESS_MAIN(TestSourceChoices)
#include "tst_sourcechoices.moc"
