// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/isotime.h"
#include "core/jobs/jobcontext.h"
#include "core/weblogs/loadstory.h"
#include "core/weblogs/weblog.h"
#include "support/eventfixture.h"
#include "support/testfolder.h"

#include <QDateTime>
#include <QLocale>
#include <QTest>

#include <cstdlib>

using namespace clicksieve;
using namespace clicksieve::tests;
using namespace Qt::StringLiterals;

namespace {

const char *const kBrowser =
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) "
    "Chrome/145.0.0.0 Safari/537.36";
constexpr int kScanned = 60;
constexpr int kLinks = 8;
constexpr int kPeople = 40;

/// A mail of which 60 are swept and 40 clicked by a person, hours later.
Analysis campaign()
{
    EventFixture mail;
    for (int person = 0; person < 300; ++person)
        mail.sent("p" + std::to_string(person) + "@d" + std::to_string(person % 30) + ".example");
    for (int person = 0; person < kScanned; ++person) {
        const std::string who =
            "p" + std::to_string(person) + "@d" + std::to_string(person % 30) + ".example";
        for (int link = 0; link < kLinks; ++link)
            mail.click(who, 30'000 + person * 137 + link * 50,
                       "https://shop.example/page" + std::to_string(link) + "?mc_cid=c7&mc_eid=id"
                           + std::to_string(person),
                       "203.0.113." + std::to_string(person % 20), "python-requests/2.31");
    }
    for (int person = 0; person < kPeople; ++person) {
        const int number = 100 + person;
        mail.click("p" + std::to_string(number) + "@d" + std::to_string(number % 30) + ".example",
                   7'200'000 + person * 67'000,
                   "https://shop.example/page1?mc_cid=c7&mc_eid=id" + std::to_string(number),
                   "192.0.2." + std::to_string(number), kBrowser);
    }
    return mail.analysis();
}

/// The web server's view of it. Lines are in the order of the export, not of time.
class LogFixture {
public:
    explicit LogFixture(TimeMs ahead) : m_ahead(ahead) {}

    LogFixture &request(TimeMs afterSend, const std::string &client, const std::string &target,
                        int status = 200, const char *agent = kBrowser, const char *referer = "-")
    {
        const QDateTime time =
            QDateTime::fromMSecsSinceEpoch(EventFixture::kSent + afterSend + m_ahead, Qt::UTC);
        m_text += QByteArray::fromStdString(client) + " - - ["
                  + QLocale::c().toString(time, u"dd/MMM/yyyy:HH:mm:ss"_s).toLatin1() + " +0000] \"GET "
                  + QByteArray::fromStdString(target) + " HTTP/1.1\" " + QByteArray::number(status)
                  + " 512 \"" + referer + "\" \"" + agent + "\"\n";
        return *this;
    }

    /// Each click a second later, ids and all.
    LogFixture &clicks()
    {
        for (int person = 0; person < kScanned; ++person) {
            for (int link = 0; link < kLinks; ++link)
                request(31'000 + person * 137 + link * 50, "203.0.113." + std::to_string(person % 20),
                        "/page" + std::to_string(link) + "?mc_cid=c7&mc_eid=id" + std::to_string(person), 200,
                        "python-requests/2.31");
        }
        for (int person = 0; person < kPeople; ++person)
            request(7'201'000 + person * 67'000, "192.0.2." + std::to_string(100 + person),
                    "/page1?mc_cid=c7&mc_eid=id" + std::to_string(100 + person));
        return *this;
    }
    /// One every ten seconds, for days before and some hours after.
    LogFixture &background(int days)
    {
        for (TimeMs time = -days * TimeMs{86'400'000}; time < 10'000'000; time += 10'000)
            request(time, "198.51.100." + std::to_string(time / 10'000 % 50 + 50), "/news", 200, kBrowser,
                    "https://search.example/");
        return *this;
    }

    [[nodiscard]] const QByteArray &text() const { return m_text; }

private:
    TimeMs m_ahead;
    QByteArray m_text;
};

std::uint64_t of(const WebLog &log, RequestClass whose)
{
    return log.byClass[static_cast<std::size_t>(whose)];
}

std::uint64_t of(const WebLog &log, RequestReason reason)
{
    return log.byReason[static_cast<std::size_t>(reason)];
}

class TestWebLog : public QObject {
    Q_OBJECT

private slots:
    void eachRequestFindsItsClick_data();
    void eachRequestFindsItsClick();
    void withoutIdsTheAddressTells();
    void scrambledIdsAreAScanners();
    void whatTheClicksDoNotTellStaysOpen();
    void unrelatedLogsSetNoClock();
    void theStoryOfTheSend();
    void cacheBreakersAreFound();
    void linesThatAreNoneAreCounted();
    void logsOfSeveralServersAreOne();
    void aFileOfSomethingElseIsRefused();
    void itCanBeStopped();

private:
    [[nodiscard]] Result<std::shared_ptr<const WebLog>> tryRead(const QByteArray &text,
                                                                bool withExport = true) const
    {
        WebLogRequest request;
        request.paths = QStringList{m_folder.write(u"access.log"_s, text)};
        if (withExport)
            request.analysis = m_analysis;
        JobContext context(1);
        return readWebLogs(request, context);
    }
    [[nodiscard]] std::shared_ptr<const WebLog> read(const QByteArray &text, bool withExport = true) const
    {
        return tryRead(text, withExport).value();
    }

    TestFolder m_folder;
    Analysis m_analysis = campaign();
};

void TestWebLog::eachRequestFindsItsClick_data()
{
    QTest::addColumn<qint64>("ahead");
    QTest::addColumn<bool>("isTimeZone");
    QTest::newRow("same clock") << qint64{0} << false;
    QTest::newRow("37 s ahead") << qint64{37'000} << false;
    QTest::newRow("5 min behind") << qint64{-300'000} << false;
    QTest::newRow("an hour off") << qint64{3'600'000} << true;
    QTest::newRow("an hour and 37 s off") << qint64{-3'600'000 + 37'000} << true;
}

void TestWebLog::eachRequestFindsItsClick()
{
    QFETCH(qint64, ahead);
    QFETCH(bool, isTimeZone);
    const auto log = read(LogFixture(ahead).background(2).clicks().text());
    QVERIFY(log->skew.has_value());
    QVERIFY2(std::abs(log->skew->ahead - (ahead + 1'000)) <= 1'000, // a second on the way
             qPrintable(QString::number(log->skew->ahead)));
    QCOMPARE(log->skew->isTimeZone(), isTimeZone);
    QCOMPARE(of(*log, RequestClass::Scanner), std::uint64_t{kScanned * kLinks});
    QCOMPARE(of(*log, RequestClass::Person), std::uint64_t{kPeople});
    QCOMPARE(of(*log, RequestClass::Unattributed), std::uint64_t{0});
    QCOMPARE(of(*log, RequestReason::RecipientId), std::uint64_t{kScanned * kLinks + kPeople});
    QCOMPARE(log->requests, of(*log, RequestClass::Background) + kScanned * kLinks + kPeople);
}

/// As browsers and some services strip them.
void TestWebLog::withoutIdsTheAddressTells()
{
    QByteArray text = LogFixture(37'000).background(1).clicks().text();
    text.replace("&mc_eid=", "&x=");
    const auto log = read(text);
    QVERIFY(std::abs(log->skew->ahead - 38'000) <= 1'000);
    QCOMPARE(of(*log, RequestReason::SameClient), std::uint64_t{kScanned * kLinks + kPeople});
    QCOMPARE(of(*log, RequestClass::Scanner), std::uint64_t{kScanned * kLinks});
}

void TestWebLog::scrambledIdsAreAScanners()
{
    LogFixture fixture(0);
    fixture.clicks();
    for (int request = 0; request < 25; ++request)
        fixture.request(60'000 + request, "198.51.100.9",
                        "/page1?mc_cid=zz&mc_eid=no" + std::to_string(request));
    fixture.request(-9 * TimeMs{86'400'000}, "198.51.100.9", "/page1?mc_eid=no1"); // long before the send
    const auto log = read(fixture.text());
    QCOMPARE(of(*log, RequestReason::ScrambledId), std::uint64_t{25});
    QCOMPARE(of(*log, RequestClass::Scanner), std::uint64_t{kScanned * kLinks + 25});
}

void TestWebLog::whatTheClicksDoNotTellStaysOpen()
{
    const auto log =
        read(LogFixture(0)
                 .clicks()
                 .request(500'000, "198.51.100.1", "/other?utm_source=nl")
                 .request(500'000, "198.51.100.2", "/page3")
                 .request(500'000, "198.51.100.2", "/page3", 200, kBrowser, "https://shop.example/")
                 .request(500'000, "198.51.100.3", "/unknown")
                 .text());
    QCOMPARE(of(*log, RequestReason::CampaignParameter), std::uint64_t{1});
    QCOMPARE(of(*log, RequestReason::CampaignPage), std::uint64_t{1});
    QCOMPARE(of(*log, RequestClass::Unattributed), std::uint64_t{2});
    QCOMPARE(of(*log, RequestClass::Background), std::uint64_t{2});
}

void TestWebLog::unrelatedLogsSetNoClock()
{
    const auto log = read(LogFixture(0).background(1).text());
    QVERIFY(!log->skew);
    QCOMPARE(of(*log, RequestClass::Background), log->requests);
    QVERIFY(log->send.has_value());
}

void TestWebLog::theStoryOfTheSend()
{
    LogFixture fixture(37'000);
    fixture.background(3).clicks();
    for (int second = 0; second < 5; ++second)
        fixture.request(45'000 + second * 1'000, "198.51.100.77", "/news", 503, kBrowser,
                        "https://x.example/");
    const auto log = read(fixture.text());
    const LoadStory story = loadStory(*log);
    const std::int64_t send = (EventFixture::kSent + 38'000) / 1'000;
    QVERIFY(std::abs(*log->send - send) <= 1);
    QCOMPARE(story.from, *log->send);
    QVERIFY(story.peak.all() >= 50);
    QVERIFY(story.peak.requests[static_cast<std::size_t>(RequestClass::Scanner)] >= story.peak.all() - 2);
    QVERIFY(std::abs(story.peakAt - send - 34) < 6);
    QVERIFY(std::abs(*story.firstErrorAt - send - 44) <= 2);
    QCOMPARE(story.counts.errors, 5U);
    QVERIFY(story.excess.has_value());
    QCOMPARE(story.excess->baseline, Excess::Baseline::EarlierDays);
    QCOMPARE(story.excess->days, 3);
    QCOMPARE(story.excess->expected, 90.0);
    QVERIFY(std::abs(story.excess->more - (kScanned * kLinks + 5)) <= 1);
    QVERIFY(story.excess->margin > 30 && story.excess->margin < 60);

    const LoadStory alone = loadStory(*read(fixture.text(), false)); // the busiest stretch of the log
    QCOMPARE(alone.peakAt, story.peakAt);
    QVERIFY(std::abs(alone.from - story.from) < LoadStory::kLooked);
}

void TestWebLog::cacheBreakersAreFound()
{
    const auto log = read(LogFixture(0).clicks().text());
    QCOMPARE(log->ofCampaigns, std::uint64_t{kScanned * kLinks + kPeople});
    QCOMPARE(log->parameters.front().name, std::string("mc_eid"));
    QVERIFY(log->parameters.front().tellsRecipients);
    QCOMPARE(log->parameters.front().values, std::uint64_t{kScanned + kPeople});
    QCOMPARE(log->addresses, std::uint64_t{kScanned * kLinks + kPeople});
    QCOMPARE(log->addressesWithoutIds, std::uint64_t{kLinks});
    QCOMPARE(log->networks.front(),
             std::pair(std::string("203.0.113.0/24"), std::uint64_t{kScanned * kLinks}));
    QCOMPARE(log->agents.front().first, std::string("python-requests/2.31"));
    QCOMPARE(log->pages.front(), std::pair(std::string("/page1"), std::uint64_t{kScanned + kPeople}));
}

void TestWebLog::linesThatAreNoneAreCounted()
{
    const auto log = read("# a comment\n" + LogFixture(0).clicks().text() + "\nrubbish\n");
    const LogFile &file = log->files.front();
    QCOMPARE(file.rejectedLines, std::uint64_t{2});
    QCOMPARE(file.rejected[0].row, std::uint64_t{1});
    QCOMPARE(file.rejected[1].row, std::uint64_t{kScanned * kLinks + kPeople + 3});
    QCOMPARE(file.requests, std::uint64_t{kScanned * kLinks + kPeople});
    QCOMPARE(file.lines, file.requests + 3);
}

/// Each in its own format: the visits are the same, told by two servers.
void TestWebLog::logsOfSeveralServersAreOne()
{
    QByteArray json;
    for (int person = 0; person < kPeople; ++person)
        json += "{\"ts\":" + QByteArray::number((EventFixture::kSent + 7'201'000 + person * 67'000) / 1'000)
                + ",\"request\":{\"client_ip\":\"192.0.2." + QByteArray::number(100 + person)
                + "\",\"uri\":\"/page1\"},\"status\":200}\n";
    WebLogRequest request;
    request.paths = QStringList{m_folder.write(u"logs/access.log"_s, LogFixture(0).clicks().text()),
                                m_folder.write(u"logs/caddy.log"_s, json)};
    request.analysis = m_analysis;
    JobContext context(1);
    const auto log = readWebLogs(request, context).value();
    QCOMPARE(log->files.size(), std::size_t{2});
    QCOMPARE(log->files[1].format, u"Caddy (JSON)"_s);
    QCOMPARE(of(*log, RequestReason::SameClient), std::uint64_t{kPeople});
    QCOMPARE(of(*log, RequestClass::Person), std::uint64_t{2 * kPeople});
}

void TestWebLog::aFileOfSomethingElseIsRefused()
{
    const auto words = tryRead("email,event,time\na@b.example,open,2026-03-10\n");
    QVERIFY(!words);
    QVERIFY2(words.error().message.startsWith(u"access.log is no access log that can be read. Line 1: "_s),
             qPrintable(words.error().message));
    QVERIFY(tryRead("\n\n").error().message.contains(u"empty"_s));
}

void TestWebLog::itCanBeStopped()
{
    WebLogRequest request;
    request.paths = QStringList{m_folder.write(u"access.log"_s, LogFixture(0).background(3).text())};
    JobContext context(1);
    context.requestStop();
    const auto log = readWebLogs(request, context);
    QVERIFY(!log);
    QCOMPARE(log.error().kind, Error::Kind::Cancelled);
}

} // namespace

QTEST_GUILESS_MAIN(TestWebLog)
#include "tst_weblog.moc"
