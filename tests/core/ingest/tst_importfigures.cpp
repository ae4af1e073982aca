// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/detector.h"
#include "core/ingest/importer.h"
#include "core/jobs/jobcontext.h"
#include "core/metrics/breakdown.h"
#include "support/testfolder.h"

#include <QStringEncoder>
#include <QTest>

using namespace clicksieve;
using namespace clicksieve::tests;
using namespace Qt::StringLiterals;

namespace {

using Table = std::shared_ptr<const EventTable>;

constexpr TimeMs kNine = 1'773'133'200'000; // 2026-03-10T09:00:00Z

QByteArray utf16(const QByteArray &utf8)
{
    return QByteArray::fromHex("fffe")
           + QByteArray(QStringEncoder(QStringConverter::Utf16LE)(QString::fromUtf8(utf8)));
}

/// Every cell in quotes, as the big exporters write.
QByteArray quoted(const QByteArray &lines)
{
    QByteArray out;
    for (const QByteArray &line : lines.trimmed().split('\n'))
        out += '"' + QByteArray(line).replace(",", "\",\"") + "\"\r\n";
    return out;
}

/// Exports in the shapes that the services really write, with figures counted by hand.
class TestImportFigures : public QObject {
    Q_OBJECT

private slots:
    void aSendGridExportGivesItsFigures();
    void aSalesforceExtractOfThreeFilesGivesItsFigures();
    void aRowWithoutEventTakesItFromTheFileName();
    void aListmonkPairGivesItsFigures();
    void aSemicolonFileWithMarkIsRead();

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

void TestImportFigures::aSendGridExportGivesItsFigures()
{
    QByteArray text =
        "processed,message_id,event,api_key_id,recv_message_id,credential_id,subject,from,email,asm_group_id,"
        "template_id,originating_ip,reason,outbound_ip,outbound_ip_type,mx,url,attempt,user_agent,type,"
        "is_unique,username,categories,marketing_campaign_id,marketing_campaign_name,"
        "marketing_campaign_split_id,marketing_campaign_version,unique_args\n";
    const auto row = [&text](const QByteArray &time, const QByteArray &event, const QByteArray &who,
                             const QByteArray &url = {}, const QByteArray &agent = {}) {
        text += "2026-03-10 " + time + ",m-" + who + ',' + event
                + ",key,r,,\"Spring offer, 20 % off\",shop@shop.example," + who
                + "@nordbank.example,,,203.0.113.9,,198.51.100.7,dedicated,mx.nordbank.example," + url
                + ",1,\"" + agent + "\",,,,,77,Spring 2026,,,\"{\"\"a\"\": 1}\"\n";
    };
    // Three messages handed over, two of them accepted, one bounced after a delay; Anna opened twice and clicked once,
    // Ben clicked twice on one link.
    for (const char *who : {"Anna", "ben", "cleo"})
        row("09:00:00", "processed", who);
    row("09:00:02", "delivered", "anna");
    row("09:00:02", "delivered", "ben");
    row("09:00:03", "deferred", "cleo");
    row("10:00:03", "bounce", "cleo");
    row("09:30:00", "open", "anna", {}, "Mozilla/5.0 (iPhone)");
    row("11:30:00", "open", "anna", {}, "Mozilla/5.0 (iPhone)");
    row("09:30:20", "click", "anna", "https://shop.example/offer", "Mozilla/5.0 (iPhone)");
    row("12:00:00", "click", "ben", "https://shop.example/offer", "Mozilla/5.0 (X11)");
    row("12:30:00", "click", "ben", "https://shop.example/offer", "Mozilla/5.0 (X11)");

    const Table table = tableOf({m_folder.write(u"email_activity.csv"_s, text)});
    QVERIFY(table);
    const SourceInfo &source = table->sources().front();
    QCOMPARE(source.formatId, u"sendgrid-activity"_s);
    QCOMPARE(source.rows, 12U);
    QCOMPARE(source.rejectedRows, 0U);
    QCOMPARE(source.resolution, TimeResolution::Second);
    QVERIFY(source.columns.agent && source.columns.url && !source.columns.address);
    QCOMPARE(table->campaignCount(), 1U);
    QCOMPARE(table->campaignName(CampaignIndex{0U}), std::string_view("Spring 2026"));
    QCOMPARE(table->time(0), kNine);

    const Figures figures = figuresOf(*table);
    QCOMPARE(figures.sent, std::optional<std::uint64_t>(3));
    QCOMPARE(figures.delivered, std::optional<std::uint64_t>(2));
    QCOMPARE(figures.messages, 3U);
    QCOMPARE(figures.raw.opens, 2U);
    QCOMPARE(figures.raw.uniqueOpens, 1U);
    QCOMPARE(figures.raw.clicks, 3U);
    QCOMPARE(figures.raw.uniqueClicks, 2U);
}

void TestImportFigures::aSalesforceExtractOfThreeFilesGivesItsFigures()
{
    const QByteArray common =
        "ClientID,SendID,SubscriberKey,EmailAddress,SubscriberID,ListID,EventDate,EventType,";
    const QByteArray start = "100,555,";
    // Three sent; two opened (one of them twice), one clicked. Anna's open is nine seconds after the sending.
    const QString sent = m_folder.write(
        u"Sent.csv"_s, utf16(quoted(common + "BatchID,TriggeredSendExternalKey\n" + start
                                    + "key-1,anna@nordbank.example,1,9,3/10/2026 3:00:00 AM,Sent,1,\n" + start
                                    + "key-2,Ben@Nordbank.example,2,9,3/10/2026 3:00:01 AM,Sent,1,\n" + start
                                    + "key-3,,3,9,3/10/2026 3:00:02 AM,Sent,1,\n")));
    const QString opens = m_folder.write(
        u"Opens.csv"_s,
        utf16(quoted(common + "BatchID,TriggeredSendExternalKey,IsUnique,IpAddress,Country\n" + start
                     + "key-1,anna@nordbank.example,1,9,3/10/2026 3:00:09 AM,Open,1,,True,192.0.2.10,DK\n"
                     + start
                     + "key-1,anna@nordbank.example,1,9,3/10/2026 1:00:09 PM,Open,1,,False,192.0.2.10,DK\n"
                     + start + "key-3,,3,9,3/11/2026 12:00:00 AM,Open,1,,True,192.0.2.30,DK\n")));
    const QString clicks = m_folder.write(
        u"Clicks.csv"_s,
        utf16(quoted(common + "SendURLID,URLID,URL,Alias,BatchID,TriggeredSendExternalKey\n" + start
                     + "key-1,anna@nordbank.example,1,9,3/10/2026 1:05:00 "
                       "PM,Click,1,2,https://shop.example/offer,Offer,1,\n")));

    const Table table = tableOf({sent, opens, clicks});
    QVERIFY(table);
    QCOMPARE(table->sources().size(), std::size_t{3});
    for (const SourceInfo &source : table->sources()) {
        QCOMPARE(source.formatId, u"sfmc-tracking-extract"_s);
        QCOMPARE(source.encoding, u"UTF-16LE"_s);
        QCOMPARE(source.timeZone, u"UTC-06:00"_s);
        QCOMPARE(source.rejectedRows, 0U);
    }
    QCOMPARE(table->time(0), kNine);
    QCOMPARE(table->sinceSend(3), TimeMs{9'000});
    QCOMPARE(table->time(6), kNine + 10 * 3'600'000 + 5 * 60'000); // five past one in the afternoon there
    QCOMPARE(table->recipientText(table->recipient(1)), std::string_view("ben@nordbank.example"));
    QCOMPARE(table->recipientText(table->recipient(2)),
             std::string_view("key-3")); // no address: the key stands in
    QCOMPARE(table->source(6), SourceIndex{2U});

    const Figures figures = figuresOf(*table);
    QCOMPARE(figures.sent, std::optional<std::uint64_t>(3));
    QCOMPARE(figures.messages, 3U);
    QCOMPARE(figures.raw.opens, 3U);
    QCOMPARE(figures.raw.uniqueOpens, 2U);
    QCOMPARE(figures.raw.clicks, 1U);
    QCOMPARE(figures.raw.uniqueClicks, 1U);
}

void TestImportFigures::aRowWithoutEventTakesItFromTheFileName()
{
    const QByteArray text =
        "ClientID,SendID,SubscriberKey,EventDate,EventType\n100,555,k,3/10/2026 3:00:00 AM,\n"
        "100,555,k,3/10/2026 3:00:00 AM,HardBounce\n";
    const Table opens = tableOf({m_folder.write(u"2026-03 Opens.csv"_s, text)});
    QVERIFY(opens);
    QCOMPARE(opens->type(0), EventType::Open);
    QCOMPARE(opens->type(1), EventType::Bounce);
    const Table notSent = tableOf({m_folder.write(u"NotSent.csv"_s, text)});
    QVERIFY(notSent);
    QCOMPARE(notSent->type(0), EventType::Other);
    const Table silent = tableOf({m_folder.write(u"extract.csv"_s, text)});
    QVERIFY(silent);
    QCOMPARE(silent->size(), std::size_t{1});
    QCOMPARE(silent->sources().front().rejected.front().row, 1U);
}

void TestImportFigures::aListmonkPairGivesItsFigures()
{
    const QByteArray common =
        "campaign_id,campaign_uuid,campaign_name,subscriber_id,subscriber_uuid,email,subscriber_name,";
    // Views: Anna twice, Ben once, one anonymous. Clicks: Anna once, one anonymous.
    const QString views = m_folder.write(
        u"campaign_views.csv"_s,
        common
            + "created_at\n"
              "3,7a0c,Spring,12,9f1e,anna@nordbank.example,\"Anna, A.\",2026-03-10T10:10:00+01:00\n"
              "3,7a0c,Spring,12,9f1e,anna@nordbank.example,\"Anna, A.\",2026-03-10T10:20:00+01:00\n"
              "3,7a0c,Spring,13,9f1f,ben@nordbank.example,Ben,2026-03-10T04:30:00-05:00\n"
              "3,7a0c,Spring,0,,,,2026-03-10T10:40:00+01:00\n");
    const QString clicks =
        m_folder.write(u"campaign_clicks.csv"_s,
                       common
                           + "url,created_at\n"
                             "3,7a0c,Spring,12,9f1e,anna@nordbank.example,\"Anna, "
                             "A.\",https://shop.example/,2026-03-10T10:10:30+01:00\n"
                             "3,7a0c,Spring,0,,,,https://shop.example/,2026-03-10T10:41:00+01:00\n");

    const Table table = tableOf({views, clicks}, 1, kNine);
    QVERIFY(table);
    QCOMPARE(table->sources()[0].formatId, u"listmonk"_s);
    QCOMPARE(table->sources()[1].formatId, u"listmonk"_s);
    QCOMPARE(table->sinceSend(2), TimeMs{30 * 60'000});
    QCOMPARE(table->campaignName(CampaignIndex{0U}), std::string_view("Spring"));

    const Figures figures = figuresOf(*table);
    QCOMPARE(figures.sent, std::nullopt);
    QCOMPARE(figures.delivered, std::nullopt);
    QCOMPARE(figures.messages, 2U);
    QCOMPARE(figures.raw.opens, 4U);
    QCOMPARE(figures.raw.uniqueOpens, 2U);
    QCOMPARE(figures.raw.clicks, 2U);
    QCOMPARE(figures.raw.uniqueClicks, 1U);
    QCOMPARE(figures.anonymousActions, 2U);
}

void TestImportFigures::aSemicolonFileWithMarkIsRead()
{
    const Table table = tableOf({m_folder.write(
        u"events.csv"_s, "\xef\xbb\xbf"
                         "Zeitpunkt;Ereignis;E-Mail;Kampagne;Link;IP Address\r\n"
                         "10.03.2026 09:00:00;Versendet;anna@nordbank.example;Fr\xc3\xbchling;;\r\n"
                         "10.03.2026 "
                         "09:00:31;Klick;anna@nordbank.example;Fr\xc3\xbchling;\"https://shop.example/"
                         "?a=1;b=2\";192.0.2.1\r\n")});
    QVERIFY(table);
    QCOMPARE(table->sources().front().formatId, u"generic-events"_s);
    QCOMPARE(table->sources().front().delimiter, ';');
    QCOMPARE(table->sources().front().encoding, u"UTF-8"_s);
    QCOMPARE(table->size(), std::size_t{2});
    QCOMPARE(table->campaignId(table->campaign(1)), std::string_view("Fr\xc3\xbchling"));
    QCOMPARE(table->urlText(table->url(1)), std::string_view("https://shop.example/?a=1;b=2"));
    QCOMPARE(table->addressText(table->client(1)), std::string_view("192.0.2.1"));
    QCOMPARE(table->sinceSend(1), TimeMs{31'000});
}

} // namespace

QTEST_GUILESS_MAIN(TestImportFigures)

#include "tst_importfigures.moc"
