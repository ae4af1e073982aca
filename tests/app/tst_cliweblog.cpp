// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/clirun.h"
#include "support/testfolder.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <QRegularExpression>
#include <QTest>

using namespace clicksieve::tests;
using namespace Qt::StringLiterals;

namespace {

class TestCliWebLog : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void theStoryIsTold();
    void withoutAnExportTheBusiestStretchIs();
    void theJsonHasTheSame();
    void everyKeyStandsInTheManual();
    void rejectedLinesAreStatus1();
    void whatIsWrongIsSaid();
    void controlCharactersDoNotReachTheTerminal();

private:
    [[nodiscard]] static Run weblog(const QStringList &arguments)
    {
        return run(QStringList{u"weblog"_s} + arguments);
    }
    [[nodiscard]] QJsonObject json() const
    {
        const Run result = weblog({u"--events"_s, m_events, u"--json"_s, u"-"_s, m_log});
        return QJsonDocument::fromJson(result.out).object();
    }

    TestFolder m_folder;
    QString m_events;
    QString m_log;
};

/// Twelve mails swept within a minute by a scanner, on a server that is 37 s ahead and could not serve one request.
void TestCliWebLog::initTestCase()
{
    const QDateTime send(QDate(2026, 3, 10), QTime(9, 0), Qt::UTC);
    QByteArray events("time,event,email,campaign,url,ip,user_agent\n");
    QByteArray log("# not a request\n");
    const auto line = [&](const QByteArray &client, int afterSend, const QByteArray &target,
                          int status = 200) {
        log += client + " - - ["
               + QLocale::c().toString(send.addSecs(afterSend), u"dd/MMM/yyyy:HH:mm:ss"_s).toLatin1()
               + " +0000] \"GET " + target + " HTTP/1.1\" " + QByteArray::number(status)
               + " 512 \"-\" \"Mozilla/5.0\"\n";
    };
    for (int minute = -60; minute < 0; ++minute)
        line("198.51.100.4", minute * 60, "/news");
    for (int person = 0; person < 12; ++person) {
        const QByteArray who =
            "p" + QByteArray::number(person) + "@d" + QByteArray::number(person) + ".example";
        events += "2026-03-10T09:00:00Z,sent," + who + ",c1,,,\n";
        for (int link = 0; link < 6; ++link) {
            const QByteArray page =
                "/p" + QByteArray::number(link) + "?mc_cid=c1&mc_eid=e" + QByteArray::number(person);
            events += send.addSecs(20 + person).toString(Qt::ISODate).toLatin1() + ",click," + who
                      + ",c1,https://shop.example" + page + ",203.0.113.7,python-requests/2.31\n";
            line("203.0.113.7", 20 + person + 37, page, person == 5 && link == 0 ? 503 : 200);
        }
    }
    m_events = m_folder.write(u"events.csv"_s, events);
    m_log = m_folder.write(u"access.log"_s, log);
}

void TestCliWebLog::theStoryIsTold()
{
    const Run result = weblog({u"--events"_s, m_events, m_log});
    for (const char *words :
         {"access.log: Apache, nginx and kin (common or combined), 132 requests",
          "it is 37 s ahead of that of the e-mail service",
          "UTC your server got 6 requests in one second; 100.0 % came from link scanners",
          "The first request that it could not serve came at 09:01:02 (1 in the 15 minutes)",
          "more than the hour before would let expect", "the recipient's id 72",
          "72 requests of the mail ask for 72", "6 are left: it can answer 91.7 %", "mc_eid",
          "203.0.113.0/24"})
        QVERIFY2(result.out.contains(words), (QByteArray(words) + "\n" + result.out).constData());
}

void TestCliWebLog::withoutAnExportTheBusiestStretchIs()
{
    const Run result = weblog({m_log});
    QVERIFY(result.out.contains("your server got 6 requests in one second.\n"));
    QVERIFY(!result.out.contains("link scanners"));
    QVERIFY(!result.out.contains("The send began"));
}

void TestCliWebLog::theJsonHasTheSame()
{
    const QJsonObject log = json();
    QCOMPARE(log[u"classes"_s][u"scanner"_s].toInt(), 72);
    QCOMPARE(log[u"classes"_s][u"background"_s].toInt(), 60);
    QCOMPARE(log[u"clock"_s][u"ahead"_s].toDouble(), 37.0);
    QCOMPARE(log[u"clock"_s][u"is_time_zone"_s], QJsonValue(false));
    QCOMPARE(log[u"after_send"_s][u"from"_s].toString(), u"2026-03-10T09:00:37.000Z"_s);
    QCOMPARE(log[u"after_send"_s][u"first_error"_s].toString(), u"2026-03-10T09:01:02.000Z"_s);
    QCOMPARE(log[u"statuses"_s][u"503"_s].toInt(), 1);
    QCOMPARE(log[u"rejected"_s][0][u"line"_s].toInt(), 1);
}

void keysOf(const QJsonObject &object, QStringList &keys)
{
    for (const QString &key : object.keys()) {
        keys << key;
        if (key != u"statuses"_s)
            keysOf(object[key].toObject(), keys);
        for (const QJsonValue &value : object[key].toArray())
            keysOf(value.toObject(), keys);
    }
}

void TestCliWebLog::everyKeyStandsInTheManual()
{
    const QString manual =
        QString::fromUtf8(readAll(QStringLiteral(CLICKSIEVE_SOURCE_DIR "/packaging/linux/clicksieve-cli.1")))
            .section(u".SS Web log"_s, 1)
            .section(u".SH FILES"_s, 0, 0);
    static const QRegularExpression notWord(u"[^a-z0-9_]+"_s);
    const QStringList words = manual.split(notWord, Qt::SkipEmptyParts);
    QStringList keys;
    keysOf(json(), keys);
    keys.removeDuplicates();
    QVERIFY(keys.size() > 40);
    for (const QString &key : keys)
        QVERIFY2(words.contains(key), qPrintable(key));
}

void TestCliWebLog::rejectedLinesAreStatus1()
{
    const Run result = weblog({m_log});
    QCOMPARE(result.status, SomeRowsRejected);
    QCOMPARE(result.complaints, QByteArray("clicksieve-cli: access.log: 1 of 133 lines are no requests; the "
                                           "first is line 1: It has no time in "
                                           "brackets, such as [29/Mar/2026:01:59:59 +0100].\n"));
}

void TestCliWebLog::whatIsWrongIsSaid()
{
    QCOMPARE(weblog({}).status, WrongUsage);
    QCOMPARE(weblog({u"--stamps"_s, u"middle"_s, m_log}).status, WrongUsage);
    QCOMPARE(weblog({m_folder.path(u"none.log"_s)}).status, UnreadableInput);
    QCOMPARE(weblog({m_events}).status, UnreadableInput);
    QCOMPARE(weblog({u"--json"_s, m_folder.path(u"no/such/folder.json"_s), m_log}).status, UnwritableOutput);
}

void TestCliWebLog::controlCharactersDoNotReachTheTerminal()
{
    const QString log = m_folder.write(
        u"evil.log"_s,
        R"(203.0.113.9 - - [10/Mar/2026:09:00:00 +0000] "GET /\x1b[31m?a\x1b[31m=1 HTTP/1.1" 200 1 "-" "\x1b]0;x\x07")"
        "\n");
    const Run result = weblog({log});
    QVERIFY(result.out.contains("[31m"));
    QVERIFY(!result.out.contains('\x1b'));
}

} // namespace

QTEST_GUILESS_MAIN(TestCliWebLog)
#include "tst_cliweblog.moc"
