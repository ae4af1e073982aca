// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis.h"
#include "core/export/cleanedexport.h"
#include "core/export/jsonreport.h"
#include "core/ingest/wholenumber.h"
#include "core/jobs/jobcontext.h"
#include "core/metrics/breakdown.h"
#include "core/metrics/totalrates.h"
#include "support/archivefixture.h"
#include "support/testfolder.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace clicksieve;
using namespace clicksieve::tests;
using namespace Qt::StringLiterals;

namespace {

using Count = std::optional<std::uint64_t>;

const QByteArray kOpened = "Email Address,First Name,Last Name,Opens\n"
                           "anna@nordbank.example,Anna,A,3\nbo@mail.example,Bo,B,1\ncy@mail.example,Cy,C,1\n";
const QByteArray kClickedFirst = "Email Address,First Name,Last Name,Clicks\n"
                                 "anna@nordbank.example,Anna,A,2\nbo@mail.example,Bo,B,1\n";
const QByteArray kClickedSecond =
    "Email Address,First Name,Last Name,Clicks\nANNA@nordbank.example,Anna,A,1\n";
const QByteArray kEvents = "time,event,email,campaign,url\n"
                           "2026-03-10T09:00:00Z,sent,a@b.example,c1,\n"
                           "2026-03-10T10:00:00Z,open,a@b.example,c1,\n"
                           "2026-03-10T10:01:00Z,click,a@b.example,c1,https://shop.example/1\n";

class TestTotals : public QObject {
    Q_OBJECT

private slots:
    void whatAFileDoesNotSayIsUnknown();
    void filesOfOneCampaignMakeOneTotal();
    void twoStatesOfOneCountAreNotAddedUp();
    void aSecondCopyCountsOnce();
    void aCampaignInPartsAddsUp();
    void rowsWithoutACountAreRejectedWithAReason();
    void aCutOffQuoteIsRejected();
    void totalsStayOutOfTheFiguresOfEvents();
    void aWholeAccountExportIsReadAtOnce();
    void totalsCannotBeCleaned();
    void aContainerIsCleanedAroundItsTotals();
    void allTogetherKnowsOnlyWhatEachKnows();
    void theReportHasNoAdjustedRates();
    void wholeNumbersAreReadAsExportsWriteThem_data();
    void wholeNumbersAreReadAsExportsWriteThem();

private:
    static Analysis analysisOf(const QStringList &files);
    static Count count(const Analysis &analysis, Total total, std::size_t campaign = 0)
    {
        return analysis.table->totals().campaigns.at(campaign).counts.get(total);
    }

    TestFolder m_folder;
};

Analysis TestTotals::analysisOf(const QStringList &files)
{
    JobContext context(1);
    AnalysisRequest request;
    request.files = files;
    auto analysis = analyze(request, context);
    if (!analysis.ok())
        qFatal("%s", qPrintable(analysis.error().message));
    return analysis.value();
}

void TestTotals::whatAFileDoesNotSayIsUnknown()
{
    const Analysis analysis = analysisOf({m_folder.write(u"unknown/4711_spring.csv"_s, kOpened)});
    QVERIFY(analysis.table->isTotalsOnly());
    QCOMPARE(analysis.table->size(), std::size_t{0});
    QCOMPARE(count(analysis, Total::Opened), Count(3));
    QCOMPARE(count(analysis, Total::Opens), Count(5));
    for (const Total total : {Total::Sent, Total::Delivered, Total::Clicked, Total::Clicks})
        QCOMPARE(count(analysis, total), Count());
    const CampaignTotals &campaign = analysis.table->totals().campaigns.front();
    QVERIFY(!reportedCtor(campaign).value());
    QVERIFY(!reportedOpenRate(campaign).value());
    QVERIFY(!reportedClickRate(campaign).value());
    QVERIFY(
        analysis.table->sources().front().noEventTimes.startsWith(u"This export has no event times, so"_s));
}

/// One recipient may stand in the file of each link: one person who clicked.
void TestTotals::filesOfOneCampaignMakeOneTotal()
{
    const Analysis analysis = analysisOf({m_folder.write(u"one/4711_spring.csv"_s, kOpened),
                                          m_folder.write(u"one/4711_link1.csv"_s, kClickedFirst),
                                          m_folder.write(u"one/4711_link2.csv"_s, kClickedSecond),
                                          m_folder.write(u"one/4712_summer.csv"_s, kOpened)});
    QCOMPARE(analysis.table->totals().campaigns.size(), std::size_t{2});
    QCOMPARE(count(analysis, Total::Opened), Count(3));
    QCOMPARE(count(analysis, Total::Clicked), Count(2));
    QCOMPARE(count(analysis, Total::Clicks), Count(4));
    QCOMPARE(reportedCtor(analysis.table->totals().campaigns.front()).value(), std::optional(2.0 / 3));
    QCOMPARE(count(analysis, Total::Opened, 1), Count(3));
    QCOMPARE(count(analysis, Total::Clicked, 1), Count());
}

void TestTotals::twoStatesOfOneCountAreNotAddedUp()
{
    const QByteArray header = "Email,Open count,Click count\n";
    const QString name = u"/campaign-open-and-click-counts-x1.csv"_s;
    const Analysis analysis = analysisOf(
        {m_folder.write(u"monday"_s + name, header + "a@b.example,1,0\nb@b.example,1,1\n"),
         m_folder.write(u"friday"_s + name, header + "a@b.example,2,1\nb@b.example,1,1\nc@b.example,1,0\n")});
    QCOMPARE(count(analysis, Total::Opened), Count(3));
    QCOMPARE(count(analysis, Total::Opens), Count(4));
    QCOMPARE(count(analysis, Total::Clicked), Count(2));
    QCOMPARE(count(analysis, Total::Clicks), Count(2));
}

void TestTotals::aSecondCopyCountsOnce()
{
    const Analysis analysis = analysisOf({m_folder.write(u"copy1/4711_link1.csv"_s, kClickedFirst),
                                          m_folder.write(u"copy2/4711_link1.csv"_s, kClickedFirst)});
    QCOMPARE(count(analysis, Total::Clicks), Count(3));
    QCOMPARE(analysis.table->sources()[0].duplicateEvents, std::uint64_t{0});
    QCOMPARE(analysis.table->sources()[1].duplicateEvents, std::uint64_t{2});
}

void TestTotals::aCampaignInPartsAddsUp()
{
    const Analysis analysis = analysisOf({m_folder.write(
        u"summary.csv"_s,
        "Track ID,Split #,Deployment Name,Final List Qty,Unique Opens,Gross Opens,Unique Clicks,Gross "
        "Clicks\n"
        "T1,1,Spring,\"1,200\",400,650,90,140\nT1,2,Spring,800,250,300,,100\nT2,1,Summer,100,10,10,0,0\n")});
    QCOMPARE(count(analysis, Total::Sent), Count(2'000));
    QCOMPARE(count(analysis, Total::Opened), Count(650));
    QCOMPARE(count(analysis, Total::Clicked), Count()); // one part does not say
    QCOMPARE(count(analysis, Total::Clicks), Count(240));
    QCOMPARE(count(analysis, Total::Clicked, 1), Count(0)); // zero is said, so it is known
    QCOMPARE(analysis.table->totals().campaigns[1].name, std::string("Summer"));
}

void TestTotals::rowsWithoutACountAreRejectedWithAReason()
{
    const Analysis analysis = analysisOf({m_folder.write(
        u"activity.csv"_s, "Date,Email Address,Sender,Subject,Status,Tags,Opens,Clicks,Bounce Detail\n"
                           "2026-03-10,a@b.example,s@s.example,Hi,sent,,2,1,\n"
                           "2026-03-10,b@b.example,s@s.example,Hi,sent,,two,1,\n"
                           "2026-03-10,c@b.example,s@s.example,Hi,sent,,1,,\n"
                           "2026-03-10,,s@s.example,Hi,sent,,1,1,\n"
                           "2026-03-10,d@b.example,s@s.example,Hi,sent,,-1,1,\n"
                           "2026-03-10,e@b.example,s@s.example,Hi, there,sent,,1,1,\n")});
    const SourceInfo &source = analysis.table->sources().front();
    QCOMPARE(source.rows, std::uint64_t{6});
    QCOMPARE(source.rejectedRows, std::uint64_t{5});
    const QStringList words{u"\"two\" under \"opens\" is no whole number."_s,
                            u"It has no number under \"clicks\"."_s, u"names no recipient"_s, u"\"-1\""_s,
                            u"10 cells"_s};
    for (qsizetype row = 0; row < words.size(); ++row) {
        const RejectedRow &rejected = source.rejected[static_cast<std::size_t>(row)];
        QCOMPARE(rejected.row, static_cast<std::uint64_t>(row) + 2);
        QVERIFY2(rejected.reason.contains(words[row]), qPrintable(rejected.reason));
    }
    QCOMPARE(count(analysis, Total::Sent), Count(1));
    QCOMPARE(count(analysis, Total::Opens), Count(2));
}

void TestTotals::aCutOffQuoteIsRejected()
{
    const Analysis analysis =
        analysisOf({m_folder.write(u"cut/4711_spring.csv"_s, kOpened + "\"dee@mail.example,Dee,D,1\n")});
    QCOMPARE(analysis.table->sources().front().rejectedRows, std::uint64_t{1});
    QVERIFY(analysis.table->sources().front().rejected.front().reason.contains(u"never closed"_s));
    QCOMPARE(count(analysis, Total::Opened), Count(3));
}

void TestTotals::totalsStayOutOfTheFiguresOfEvents()
{
    const QString events = m_folder.write(u"events.csv"_s, kEvents);
    const Analysis alone = analysisOf({events});
    const Analysis both = analysisOf({m_folder.write(u"beside/4711_spring.csv"_s, kOpened), events});
    QVERIFY(!both.table->isTotalsOnly());
    QVERIFY(!both.table->totals().isEmpty());
    QVERIFY(alone.table->totals().isEmpty());
    QCOMPARE(both.table->size(), alone.table->size());
    QCOMPARE(both.table->recipientCount(), alone.table->recipientCount());
    QCOMPARE(both.table->campaignCount(), alone.table->campaignCount());
    QCOMPARE(both.table->eventsOf(SourceIndex{std::size_t{1}}), (std::pair<std::size_t, std::size_t>(0, 3)));
    QCOMPARE(both.table->coarsestResolution(), alone.table->coarsestResolution());
    JobContext context(1);
    const Figures before = totalFigures(*alone.table, *alone.verdicts, {}, context);
    const Figures after = totalFigures(*both.table, *both.verdicts, {}, context);
    QCOMPARE(after.messages, before.messages);
    QCOMPARE(after.raw.uniqueOpens, before.raw.uniqueOpens);
    QCOMPARE(after.adjusted.uniqueClicks, before.adjusted.uniqueClicks);
}

void TestTotals::aWholeAccountExportIsReadAtOnce()
{
    const Analysis analysis = analysisOf({m_folder.write(
        u"account.zip"_s,
        zipOf(
            {{"export/aggregate_activity/opened/4711_spring.csv", kOpened},
             {"export/aggregate_activity/click_activity/4711_link1.csv", kClickedFirst},
             {"export/granular_activity/clicks/4711_spring.csv",
              "Timestamp,Email,Url\n2026-03-10 09:00:31,anna@nordbank.example,https://shop.example/1\n"}}))});
    QCOMPARE(analysis.table->size(), std::size_t{1});
    QCOMPARE(analysis.table->totals().campaigns.size(), std::size_t{1});
    QCOMPARE(analysis.table->totals().campaigns.front().id, std::string("4711"));
    QCOMPARE(count(analysis, Total::Opened), Count(3));
    QCOMPARE(count(analysis, Total::Clicked), Count(2));
}

void TestTotals::totalsCannotBeCleaned()
{
    const Analysis analysis = analysisOf({m_folder.write(u"dirty/4711_spring.csv"_s, kOpened)});
    QVERIFY(!canBeCleaned(*analysis.table, 0));
    JobContext context(1);
    const QString output = m_folder.path(u"dirty-people.csv"_s);
    const auto written =
        writeCleaned(*analysis.table, *analysis.verdicts, 0, CleanedMode::Drop, output, context);
    QVERIFY(!written.ok());
    QVERIFY2(written.error().message.contains(u"scanners cannot be told apart"_s),
             qPrintable(written.error().message));
    QVERIFY(!QFile::exists(output));
}

void TestTotals::aContainerIsCleanedAroundItsTotals()
{
    const Analysis analysis = analysisOf(
        {m_folder.write(u"mixed.zip"_s, zipOf({{"4711_spring.csv", kOpened}, {"events.csv", kEvents}}))});
    QVERIFY(canBeCleaned(*analysis.table, 0));
    QCOMPARE(previewCleaned(*analysis.table, *analysis.verdicts, 0, CleanedMode::Drop).rowsRead,
             std::uint64_t{3});
    JobContext context(1);
    const QString output = m_folder.path(u"mixed-people.zip"_s);
    const auto written =
        writeCleaned(*analysis.table, *analysis.verdicts, 0, CleanedMode::Annotate, output, context);
    QVERIFY2(written.ok(), written.ok() ? "" : qPrintable(written.error().message));
    const Analysis again = analysisOf({output});
    QCOMPARE(again.table->size(), analysis.table->size());
    QCOMPARE(count(again, Total::Opens), Count(5)); // its file is in the copy as it was
}

void TestTotals::allTogetherKnowsOnlyWhatEachKnows()
{
    Totals totals;
    totals.campaigns.resize(2);
    totals.campaigns[0].counts.set(Total::Opened, 10);
    totals.campaigns[1].counts.set(Total::Opened, 5);
    totals.campaigns[0].counts.set(Total::Clicked, 3);
    QCOMPARE(allTotals(totals).counts.get(Total::Opened), Count(15));
    QCOMPARE(allTotals(totals).counts.get(Total::Clicked), Count());
    QCOMPARE(allTotals(Totals{}).counts.get(Total::Opened), Count());
}

void TestTotals::theReportHasNoAdjustedRates()
{
    const Analysis analysis = analysisOf({m_folder.write(u"report/4711_spring.csv"_s, kOpened),
                                          m_folder.write(u"report/4711_link1.csv"_s, kClickedFirst)});
    JobContext context(1);
    const QJsonObject report =
        QJsonDocument::fromJson(
            QByteArray::fromStdString(jsonReport(*analysis.table, *analysis.verdicts, context)))
            .object();
    QCOMPARE(report[u"campaigns"_s].toArray().size(), 0);
    const QJsonArray totals = report[u"totals"_s].toArray();
    QCOMPARE(totals.size(), 1);
    const QJsonObject campaign = totals[0].toObject();
    QCOMPARE(campaign[u"id"_s].toString(), u"4711"_s);
    QCOMPARE(campaign[u"format"_s].toString(), u"mailchimp-aggregate"_s);
    QVERIFY(campaign[u"adjusted"_s].isNull());
    QVERIFY(campaign[u"sent"_s].isNull());
    QCOMPARE(campaign[u"raw"_s][u"unique_opens"_s].toInt(), 3);
    QCOMPARE(campaign[u"raw"_s][u"ctor"_s].toDouble(), 2.0 / 3);
    QVERIFY(campaign[u"raw"_s][u"open_rate"_s].isNull());
    QVERIFY(campaign[u"note"_s].toString().contains(u"Ask Mailchimp for"_s));
}

void TestTotals::wholeNumbersAreReadAsExportsWriteThem_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("number"); // -1: none
    const std::pair<const char *, qint64> cases[] = {{"0", 0},
                                                     {"17", 17},
                                                     {"1,234", 1'234},
                                                     {"1.234.567", 1'234'567},
                                                     {"1 234", 1'234},
                                                     {"1\u00A0234", 1'234},
                                                     {"1\u202F234", 1'234},
                                                     {"1'234", 1'234},
                                                     {"", -1},
                                                     {"-1", -1},
                                                     {"1.5", -1},
                                                     {"1,23", -1},
                                                     {",123", -1},
                                                     {"1234,567", -1},
                                                     {"12 %", -1},
                                                     {"1,234.567", -1},
                                                     {"1e3", -1},
                                                     {"999999999999999", 999'999'999'999'999},
                                                     {"1000000000000000", -1}};
    for (const auto &[text, number] : cases)
        QTest::addRow("\"%s\"", text) << QString::fromUtf8(text) << number;
}

void TestTotals::wholeNumbersAreReadAsExportsWriteThem()
{
    QFETCH(const QString, text);
    QFETCH(const qint64, number);
    const auto read = wholeNumber(text.toStdString());
    QCOMPARE(read ? static_cast<qint64>(*read) : -1, number);
}

} // namespace

QTEST_GUILESS_MAIN(TestTotals)

#include "tst_totals.moc"
