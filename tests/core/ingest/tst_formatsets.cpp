// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/events/eventtable.h"
#include "core/ingest/importer.h"
#include "core/jobs/jobcontext.h"
#include "support/testfolder.h"

#include <QStringEncoder>
#include <QTest>

using namespace clicksieve;
using namespace clicksieve::tests;
using namespace Qt::StringLiterals;

namespace {

using Table = std::shared_ptr<const EventTable>;

constexpr TimeMs kSent = 1'773'133'200'000; ///< 2026-03-10T09:00:00Z

/// What only several files of an ESP together, or their names and encodings, can show. One file alone is a sample in
/// its format.
class TestFormatSets : public QObject {
    Q_OBJECT

private slots:
    void cleanup() { setImportPieceForTests(0); }
    void responsysClicksGetTheAddressOfTheSentFile_data();
    void responsysClicksGetTheAddressOfTheSentFile();
    void marketoEventsOfALeadAreOneMessage();
    void salesforceSendJobsNameAndTimeTheirCampaigns();
    void salesforceSentEventsCountMoreThanSendJobs();
    void fullHoursOfSendJobsAndEmptyFilesSayNothingAboutSeconds();
    void salesforceDataViewsGetTheAddressOfTheSentFile();
    void salesforceExtractsMayBeUtf16WithTabs();
    void smtpeterFilesWithoutHeaderGoByTheirNames();
    void smtpeterHeadersOfSeveralLinesStandOnAnyBorder();
    void mailchimpCampaignsAndEventsComeFromNames();
    void aSecondCopyGivesOnlyDuplicates_data();
    void aSecondCopyGivesOnlyDuplicates();
    void substackDeliveriesTimeTheirOpens();
    void acousticMinutesAreKnownToBeMinutes();

private:
    Table import(const QStringList &files)
    {
        JobContext context(2);
        const auto table = importFiles({files, {}, {}, kNoTime, {}}, context);
        if (!table)
            qFatal("%s", qPrintable(table.error().message));
        return table.value();
    }

    QString refusal(const QString &file)
    {
        JobContext context(1);
        const auto table = importFiles({{file}, {}, {}, kNoTime, {}}, context);
        return table ? QString() : table.error().message;
    }

    TestFolder m_folder;
};

QString text(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

/// One line an event: what happened, to whom, in which campaign, how long after the sending.
QStringList shown(const EventTable &table)
{
    QStringList lines;
    for (std::size_t event = 0; event < table.size(); ++event) {
        const TimeMs sinceSend = table.sinceSend(event);
        lines << QStringList{text(wordFor(table.type(event))),
                             text(table.recipientText(table.recipient(event))),
                             text(table.campaignId(table.campaign(event))),
                             sinceSend == kNoTime ? u"?"_s : QString::number(sinceSend)}
                     .join(u' ');
    }
    return lines;
}

const QByteArray kResponsys = "EVENT_TYPE_ID,ACCOUNT_ID,LIST_ID,RIID,CUSTOMER_ID,EVENT_CAPTURED_DT,EVENT_"
                              "STORED_DT,CAMPAIGN_ID,LAUNCH_ID";

QByteArray responsysRow(const char *riid, const char *time, const char *launch)
{
    return QByteArray("1,1234,9,") + riid + ",null,10-Mar-2026 " + time + ",10-Mar-2026 10:00:00,77,"
           + launch;
}

void TestFormatSets::responsysClicksGetTheAddressOfTheSentFile_data()
{
    QTest::addColumn<bool>("isSentFirst");
    QTest::newRow("sendings first") << true;
    QTest::newRow("sendings last") << false;
}

void TestFormatSets::responsysClicksGetTheAddressOfTheSentFile()
{
    QFETCH(const bool, isSentFirst);
    const QString sent =
        m_folder.write(u"1234_SENT_20260310_100000.txt"_s,
                       kResponsys + ",EMAIL,EMAIL_ISP,EMAIL_FORMAT\n" + responsysRow("55", "09:00:00", "9001")
                           + ",Anna@X.example,x.example,H\n" + responsysRow("55", "09:10:00", "9002")
                           + ",Anna@X.example,x.example,H\n" + responsysRow("56", "09:00:00", "9001")
                           + ",b@x.example,x.example,H\n");
    const QString open =
        m_folder.write(u"1234_OPEN_20260310_100000.txt"_s,
                       kResponsys + ",EMAIL_FORMAT\n" + responsysRow("56", "09:00:08", "9001") + ",H\n");
    const QString click = m_folder.write(
        u"1234_CLICK_20260310_100000.txt"_s,
        kResponsys + ",EMAIL_FORMAT,OFFER_NAME,OFFER_NUMBER,OFFER_CATEGORY,OFFER_URL\n"
            + responsysRow("55", "09:10:05", "9002") + ",H,offer,1,null,https://shop.example/offer\n"
            + responsysRow("57", "09:00:33", "9001") + ",H,offer,1,null,https://shop.example/offer\n");

    const QStringList sentLines{u"sent anna@x.example 9001 0"_s, u"sent anna@x.example 9002 0"_s,
                                u"sent b@x.example 9001 0"_s};
    const QStringList otherLines{u"open b@x.example 9001 8000"_s, u"click anna@x.example 9002 5000"_s,
                                 u"click 57 9001 ?"_s};
    const auto table = import(isSentFirst ? QStringList{sent, open, click} : QStringList{open, click, sent});
    QCOMPARE(shown(*table), isSentFirst ? sentLines + otherLines : otherLines + sentLines);
}

void TestFormatSets::marketoEventsOfALeadAreOneMessage()
{
    const QByteArray header =
        "marketoGUID,leadId,activityDate,activityTypeId,campaignId,primaryAttributeValueId,"
        "primaryAttributeValue,attributes\n";
    const QString sent =
        m_folder.write(u"sent.csv"_s, header + "g1,42,2026-03-10T09:00:00Z,6,8,1670,Spring,{}\n");
    const QString clicks = m_folder.write(
        u"clicks.csv"_s,
        header + "g2,42,2026-03-10T09:00:05Z,11,null,1670,Spring,\"{\"\"Bot Activity\"\": true}\"\n");
    const auto table = import({clicks, sent});
    QCOMPARE(shown(*table), QStringList({u"click 42 1670 5000"_s, u"sent 42 1670 0"_s}));
    QVERIFY(table->flag(0) == MachineFlag::Machine);
    QVERIFY(!table->knownColumns().recipient); // a number is no address, so nothing is said about domains
}

const QByteArray kSendJobs =
    "ClientID,SendID,FromName,FromEmail,SchedTime,SentTime,Subject,EmailName\n"
    "100,555,Shop,shop@x.example,3/10/2026 2:55:00 AM,3/10/2026 3:00:00 AM,Offer,Spring\n"
    "100,556,Shop,shop@x.example,3/11/2026 2:55:00 AM,,Later,\n";
const QByteArray kExtract =
    "ClientID,SendID,SubscriberKey,EmailAddress,SubscriberID,ListID,EventDate,EventType";

void TestFormatSets::salesforceSendJobsNameAndTimeTheirCampaigns()
{
    const QString jobs = m_folder.write(u"SendJobs.csv"_s, kSendJobs);
    const QString opens =
        m_folder.write(u"Opens.csv"_s, kExtract
                                           + "\n100,555,k1,a@x.example,1,9,3/10/2026 3:00:09 AM,Open\n"
                                             "100,556,k1,a@x.example,1,9,3/11/2026 3:00:09 AM,Open\n");
    const auto table = import({opens, jobs});
    QCOMPARE(shown(*table), QStringList({u"open a@x.example 555 9000"_s, u"open a@x.example 556 ?"_s,
                                         u"other  555 ?"_s, u"other  556 ?"_s}));
    QCOMPARE(text(table->campaignName(table->campaign(0))), u"Spring"_s);
    QCOMPARE(text(table->campaignName(table->campaign(1))), u"Later"_s); // no name of its own: the subject
    QCOMPARE(table->messages().size(), std::size_t{2});                  // a job is nobody's message
    QVERIFY(!table->messages().hasSentEvent(0));
}

void TestFormatSets::salesforceSentEventsCountMoreThanSendJobs()
{
    const QString jobs = m_folder.write(u"SendJobs.csv"_s, kSendJobs);
    const QString sent =
        m_folder.write(u"Sent.csv"_s, kExtract + "\n100,555,k1,a@x.example,1,9,3/10/2026 3:20:00 AM,Sent\n");
    const QString opens =
        m_folder.write(u"Opens.csv"_s, kExtract + "\n100,555,k1,a@x.example,1,9,3/10/2026 3:20:09 AM,Open\n");
    QCOMPARE(shown(*import({jobs, sent, opens})).mid(2),
             QStringList({u"sent a@x.example 555 0"_s, u"open a@x.example 555 9000"_s}));
}

/// Else signals that go by seconds would fall silent for all files.
void TestFormatSets::fullHoursOfSendJobsAndEmptyFilesSayNothingAboutSeconds()
{
    const QString jobs = m_folder.write(u"SendJobs.csv"_s, kSendJobs);
    const QString bounces = m_folder.write(u"Bounces.csv"_s, kExtract + "\n");
    const QString opens =
        m_folder.write(u"Opens.csv"_s, kExtract + "\n100,555,k1,a@x.example,1,9,3/10/2026 3:00:09 AM,Open\n");
    QVERIFY(import({jobs, bounces, opens})->coarsestResolution() == TimeResolution::Second);
}

void TestFormatSets::salesforceDataViewsGetTheAddressOfTheSentFile()
{
    const QByteArray view =
        "AccountID,OYBAccountID,JobID,ListID,BatchID,SubscriberID,SubscriberKey,EventDate,Domain";
    const QString opens =
        m_folder.write(u"export_Open.csv"_s, view + "\n100,,555,9,1,41,k1,3/10/2026 3:00:09 AM,x.example\n");
    const QString clicks =
        m_folder.write(u"export_Click.csv"_s, view
                                                  + "\n100,,555,9,1,41,k1,3/10/2026 3:00:10 AM,x.example\n"
                                                    "100,,555,9,1,42,k2,3/10/2026 3:00:10 AM,x.example\n");
    const QString sent =
        m_folder.write(u"Sent.csv"_s, kExtract + "\n100,555,k1,a@x.example,1,9,3/10/2026 3:00:00 AM,Sent\n");
    QCOMPARE(shown(*import({opens, clicks, sent})),
             QStringList({u"open a@x.example 555 9000"_s, u"click a@x.example 555 10000"_s,
                          u"click k2 555 ?"_s, u"sent a@x.example 555 0"_s}));
}

void TestFormatSets::salesforceExtractsMayBeUtf16WithTabs()
{
    QByteArray rows = kExtract + "\tBrowser\n100,555,k1,ä@x.example,1,9,3/10/2026 3:00:09 AM,Open,\n";
    rows.replace(',', '\t').replace("\n", "\r\n");
    const QByteArray utf16 = QByteArray::fromHex("fffe")
                             + QByteArray(QStringEncoder(QStringConverter::Utf16LE)(QString::fromUtf8(rows)));
    const auto table = import({m_folder.write(u"Opens.csv"_s, utf16)});
    QCOMPARE(shown(*table), QStringList{u"open ä@x.example 555 ?"_s});
    QCOMPARE(table->time(0), kSent + 9'000);
}

const QByteArray kRequest = "\"Host: t.example\nUser-Agent: curl/8.5.0\r\n\r\nAccept: \"\"*/*\"\"\"";
const QByteArray kSmtpeterClick =
    "m1,2026-03-10 09:00:33," + kRequest
    + ",192.0.2.10,https://x.example/1,https://x.example/1,spring,a@x.example,,,,,5\n";

void TestFormatSets::smtpeterFilesWithoutHeaderGoByTheirNames()
{
    const QString clicks = m_folder.write(u"clicks.2026-03-10.log"_s, kSmtpeterClick);
    const QString opens =
        m_folder.write(u"opens.2026-03-10.log"_s,
                       "m1,2026-03-10 09:00:31," + kRequest + ",192.0.2.10,https,spring,a@x.example,,,,,5\n");
    const QString deliveries = m_folder.write(
        u"deliveries.2026-03-10.log"_s,
        "m1,2026-03-10 09:00:02,bounce@x.example,a@x.example,198.51.100.7,203.0.113.9,1,spring,5\n");
    const auto table = import({clicks, opens, deliveries});
    QCOMPARE(shown(*table), QStringList({u"click a@x.example spring ?"_s, u"open a@x.example spring ?"_s,
                                         u"delivered a@x.example spring ?"_s}));
    QCOMPARE(table->messages().deliveredTime(0), kSent + 2'000);
    QCOMPARE(text(table->agentText(table->client(0))), u"curl/8.5.0"_s);
    QVERIFY(table->client(0) == table->client(1));
    QVERIFY(table->client(2).isNone()); // the addresses of a delivery are those of servers

    const QString sentence = refusal(m_folder.write(u"log.csv"_s, kSmtpeterClick));
    QVERIFY2(sentence.contains(u"log.csv"_s), qPrintable(sentence));
}

void TestFormatSets::smtpeterHeadersOfSeveralLinesStandOnAnyBorder()
{
    QByteArray rows;
    constexpr int kRows = 40;
    for (int number = 0; number < kRows; ++number)
        rows += kSmtpeterClick;
    const QString path = m_folder.write(u"clicks.2026-03-11.log"_s, rows);
    for (const std::size_t piece : {std::size_t{0}, std::size_t{1}, std::size_t{97}}) {
        setImportPieceForTests(piece);
        const auto table = import({path});
        QCOMPARE(table->size(), std::size_t{kRows});
        QCOMPARE(table->sources()[0].rejectedRows, std::uint64_t{0});
        for (std::size_t event = 0; event < table->size(); ++event)
            QCOMPARE(text(table->agentText(table->client(event))), u"curl/8.5.0"_s);
    }
}

void TestFormatSets::mailchimpCampaignsAndEventsComeFromNames()
{
    const QByteArray open = "Timestamp,IP,BU Email\n2026-03-10 09:00:31,192.0.2.10,a@x.example\n";
    const QByteArray click = "Timestamp,Url,BU Email\n2026-03-10 09:00:33,https://x.example/1,a@x.example\n";
    const auto table = import({m_folder.write(u"granular_activity/opens/77_spring.csv"_s, open),
                               m_folder.write(u"granular_activity/clicks/77_spring.csv"_s, click),
                               m_folder.write(u"granular_activity/clicks/78_summer 2026.csv"_s, click)});
    QCOMPARE(shown(*table), QStringList({u"open a@x.example 77 ?"_s, u"click a@x.example 77 ?"_s,
                                         u"click a@x.example 78 ?"_s}));
    QCOMPARE(table->message(0), table->message(1));

    // Opens without their folder could be anything with a time and an address.
    const QString sentence = refusal(m_folder.write(u"77_spring.csv"_s, open));
    QVERIFY2(sentence.contains(u"77_spring.csv"_s), qPrintable(sentence));
}

void TestFormatSets::aSecondCopyGivesOnlyDuplicates_data()
{
    QTest::addColumn<QByteArray>("rows");
    QTest::addColumn<int>("events");
    const QByteArray apsis =
        "activity_id,split_id,activity_name,split_activity_name,sender,subject,address,variation,"
        "type,correlation_id,event_time,server_time,device\n";
    QTest::newRow("APSIS One")
        << apsis
               + "a,,Spring,,s,Offer,a@x.example,,SENT,c0,1773133200000,1773133200005,\n"
                 "a,,Spring,,s,Offer,a@x.example,,OPENED,c1,0,1773133233000,desktop\n"
                 "a,,Spring,,s,Offer,b@x.example,,OPENED,c1,0,1773133233000,desktop\n"
        << 3;
    QTest::newRow("APSIS One, a retry")
        << apsis
               + "a,,Spring,,s,Offer,a@x.example,,OPENED,c1,1773133233000,1,desktop\n"
                 "a,,Spring,,s,Offer,a@x.example,,OPENED,c1,1773133234000,1,desktop\n"
        << 1;
    QTest::newRow("Eloqua") << QByteArray("ActivityId,ActivityType,ActivityDate,EmailAddress,AssetId\n"
                                          "1,EmailOpen,2026-03-10 05:00:33,a@x.example,77\n"
                                          "1,EmailSend,2026-03-10 05:00:00,a@x.example,77\n"
                                          "2,EmailOpen,2026-03-10 05:00:33,a@x.example,77\n")
                            << 3;
    QTest::newRow("Acoustic, a burst")
        << QByteArray("Recipient Id,Mailing Id,Email,Event Type,Event Timestamp,URL\n"
                      "1,77,a@x.example,Click Through,03/10/26 9:02 AM,https://x/1\n"
                      "1,77,a@x.example,Click Through,03/10/26 9:02 AM,https://x/1\n")
        << 2;
}

void TestFormatSets::aSecondCopyGivesOnlyDuplicates()
{
    QFETCH(const QByteArray, rows);
    QFETCH(const int, events);
    const QString first = m_folder.write(u"first.csv"_s, rows);
    const QString copy = m_folder.write(u"copy.csv"_s, rows);
    const auto table = import({first, copy});
    QCOMPARE(table->size(), static_cast<std::size_t>(events));
    const SourceInfo &second = table->sources()[1];
    QCOMPARE(second.duplicateEvents, second.rows);
    const auto [begin, end] = table->eventsOf(SourceIndex{std::size_t{1}});
    QCOMPARE(begin, end);
}

void TestFormatSets::substackDeliveriesTimeTheirOpens()
{
    const QByteArray header = "post_id,timestamp,email,post_type,post_audience,active_subscription";
    const auto table = import(
        {m_folder.write(
             u"posts/77.spring.opens.csv"_s,
             header
                 + ",country,city,region,device_type,client_os,client_type,user_agent\n"
                   "77,2026-03-10T09:00:33.204Z,A@x.example,newsletter,everyone,true,,,,,,,curl/8.5.0\n"),
         m_folder.write(u"posts/77.spring.delivers.csv"_s,
                        header + "\n77,2026-03-10T09:00:02.000Z,a@x.example,newsletter,everyone,true\n")});
    QCOMPARE(table->messages().size(), std::size_t{1});
    QCOMPARE(table->messages().deliveredTime(0), kSent + 2'000);
    QCOMPARE(table->time(0), kSent + 33'204);
}

void TestFormatSets::acousticMinutesAreKnownToBeMinutes()
{
    const QByteArray header = "Recipient Id,Mailing Id,Email,Event Type,Event Timestamp\n";
    const auto table =
        import({m_folder.write(u"minutes.csv"_s, header + "1,77,a@x.example,Open,03/10/26 9:02 AM\n"),
                m_folder.write(u"seconds.csv"_s, header + "1,77,a@x.example,Open,03/10/2026 09:02:07\n")});
    QVERIFY(table->sources()[0].resolution == TimeResolution::Minute);
    QVERIFY(table->sources()[1].resolution == TimeResolution::Second);
}

} // namespace

QTEST_GUILESS_MAIN(TestFormatSets)

#include "tst_formatsets.moc"
