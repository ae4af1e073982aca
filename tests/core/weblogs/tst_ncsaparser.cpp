// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/weblogs/ncsaparser.h"

#include <QDateTime>
#include <QTest>

using namespace clicksieve;

namespace {

std::int64_t at(const char *iso)
{
    return QDateTime::fromString(QString::fromLatin1(iso), Qt::ISODateWithMs).toMSecsSinceEpoch() * 1'000;
}

QByteArray bytes(std::string_view text)
{
    return {text.data(), static_cast<qsizetype>(text.size())};
}

/// What a line must be read as; texts that are left empty must be empty.
struct Expected {
    const char *time = nullptr;
    const char *client = "";
    const char *method = "";
    const char *path = "";
    const char *query = "";
    const char *protocol = "";
    int status = 200;
    qint64 size = 12;
    const char *referer = "";
    const char *agent = "";
    const char *host = "";
    const char *user = "";
    const char *forwarded = "";
    qint64 duration = -1; ///< microseconds; -1: not said
};

} // namespace

Q_DECLARE_METATYPE(Expected)

namespace {

class TestNcsaParser : public QObject {
    Q_OBJECT

private slots:
    void linesAreReadFieldByField_data();
    void linesAreReadFieldByField();
    void theClocksGoForward();
    void refusedLinesSayWhy_data();
    void refusedLinesSayWhy();
    void theEndIsStampedWhereTheServerDoes();
    void aMissingZoneIsTold();
    void aBrokenLineNeverReadsOn();
};

void TestNcsaParser::linesAreReadFieldByField_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<Expected>("expected");
    const auto row = [](const char *name, const char *line, const Expected &expected) {
        QTest::newRow(name) << QByteArray(line) << expected;
    };
    row("combined",
        R"~(203.0.113.7 - - [29/Mar/2026:01:59:59 +0100] "GET /offer?utm_source=nl&mc_cid=ab12&mc_eid=0f0f HTTP/1.1" 200 5123 "-" "Mozilla/5.0 (Windows NT 10.0; Win64; x64)")~",
        {.time = "2026-03-29T00:59:59Z",
         .client = "203.0.113.7",
         .method = "GET",
         .path = "/offer",
         .query = "utm_source=nl&mc_cid=ab12&mc_eid=0f0f",
         .protocol = "HTTP/1.1",
         .size = 5123,
         .agent = "Mozilla/5.0 (Windows NT 10.0; Win64; x64)"});
    row("escaped quotes",
        R"(203.0.113.8 - - [29/Mar/2026:03:00:01 +0200] "GET /offer?utm_source=nl HTTP/2.0" 200 5123 "-" "Mozilla/5.0 \"quoted\" agent")",
        {.time = "2026-03-29T01:00:01Z",
         .client = "203.0.113.8",
         .method = "GET",
         .path = "/offer",
         .query = "utm_source=nl",
         .protocol = "HTTP/2.0",
         .size = 5123,
         .agent = "Mozilla/5.0 \"quoted\" agent"});
    row("IPv6, nothing sent",
        R"(2001:db8::7 - - [29/Mar/2026:03:00:02 +0200] "HEAD /offer?_kx=A%3D%3D.UHFmv9 HTTP/1.1" 200 0 "-" "-")",
        {.time = "2026-03-29T01:00:02Z",
         .client = "2001:db8::7",
         .method = "HEAD",
         .path = "/offer",
         .query = "_kx=A%3D%3D.UHFmv9",
         .protocol = "HTTP/1.1",
         .size = 0});
    row("TLS on a plain port",
        R"(203.0.113.9 - - [29/Mar/2026:03:00:03 +0200] "\x16\x03\x01\x02\x00\x01\x00\x01\xFC\x03\x03" 400 157 "-" "-")",
        {.time = "2026-03-29T01:00:03Z", .client = "203.0.113.9", .status = 400, .size = 157});
    row("timeout", R"(203.0.113.10 - - [29/Mar/2026:03:00:04 +0200] "-" 408 - "-" "-")",
        {.time = "2026-03-29T01:00:04Z", .client = "203.0.113.10", .status = 408, .size = 0});
    row("blank in the address",
        R"(203.0.113.11 - - [29/Mar/2026:03:00:05 +0200] "GET /a b HTTP/1.1" 404 12 "-" "x")",
        {.time = "2026-03-29T01:00:05Z",
         .client = "203.0.113.11",
         .method = "GET",
         .path = "/a b",
         .protocol = "HTTP/1.1",
         .status = 404,
         .agent = "x"});
    row("HTTP/0.9, common", R"(203.0.113.12 - - [29/Mar/2026:03:00:06 +0200] "GET /old" 200 12)",
        {.time = "2026-03-29T01:00:06Z", .client = "203.0.113.12", .method = "GET", .path = "/old"});
    row("user with a blank",
        R"(203.0.113.13 - john smith [29/Mar/2026:03:00:07 +0200] "GET / HTTP/1.1" 200 12 "-" "x")",
        {.time = "2026-03-29T01:00:07Z",
         .client = "203.0.113.13",
         .method = "GET",
         .path = "/",
         .protocol = "HTTP/1.1",
         .agent = "x",
         .user = "john smith"});
    row("list of forwarders",
        R"(203.0.113.14, 10.0.0.1 - - [29/Mar/2026:03:00:08 +0200] "GET / HTTP/1.1" 200 12 "-" "x")",
        {.time = "2026-03-29T01:00:08Z",
         .client = "203.0.113.14",
         .method = "GET",
         .path = "/",
         .protocol = "HTTP/1.1",
         .agent = "x",
         .forwarded = "203.0.113.14, 10.0.0.1"});
    row("escaped bytes",
        R"(203.0.113.15 - - [29/Mar/2026:03:00:09 +0200] "GET /caf\xC3\xA9 HTTP/1.1" 200 12 "https://x/?q=\x22a\x22" "x\x22y")",
        {.time = "2026-03-29T01:00:09Z",
         .client = "203.0.113.15",
         .method = "GET",
         .path = "/café",
         .protocol = "HTTP/1.1",
         .referer = "https://x/?q=\"a\"",
         .agent = "x\"y"});
    row("site and port in front",
        R"(www.example.com:443 203.0.113.16 - - [29/Mar/2026:03:00:10 +0200] "GET / HTTP/1.1" 200 12 "-" "x")",
        {.time = "2026-03-29T01:00:10Z",
         .client = "203.0.113.16",
         .method = "GET",
         .path = "/",
         .protocol = "HTTP/1.1",
         .agent = "x",
         .host = "www.example.com"});
    row("forwarder and duration at the end",
        R"(203.0.113.17 - - [29/Mar/2026:03:00:11 +0200] "GET /z HTTP/1.1" 200 12 "-" "curl/8.5.0" "198.51.100.4" 0.012)",
        {.time = "2026-03-29T01:00:11Z",
         .client = "203.0.113.17",
         .method = "GET",
         .path = "/z",
         .protocol = "HTTP/1.1",
         .agent = "curl/8.5.0",
         .forwarded = "198.51.100.4",
         .duration = 12'000});
    row("common", R"(127.0.0.1 - frank [10/Oct/2000:13:55:36 -0700] "GET /apache_pb.gif HTTP/1.0" 200 2326)",
        {.time = "2000-10-10T20:55:36Z",
         .client = "127.0.0.1",
         .method = "GET",
         .path = "/apache_pb.gif",
         .protocol = "HTTP/1.0",
         .size = 2326,
         .user = "frank"});
    row("double blanks", R"(10.1.10.51 -  -  [10/Oct/2000:13:55:36 +0000] "GET / HTTP/1.0" 200 12)",
        {.time = "2000-10-10T13:55:36Z",
         .client = "10.1.10.51",
         .method = "GET",
         .path = "/",
         .protocol = "HTTP/1.0"});
    row("Traefik",
        R"(198.51.100.3 - - [10/Oct/2025:13:55:36 +0000] "GET /a HTTP/2.0" 200 12 "-" "x" 27 "web@docker" "http://10.0.0.2:80" 35ms)",
        {.time = "2025-10-10T13:55:36Z",
         .client = "198.51.100.3",
         .method = "GET",
         .path = "/a",
         .protocol = "HTTP/2.0",
         .agent = "x",
         .duration = 35'000});
    row("syslog, RFC 5424",
        R"(<134>1 2016-10-31T14:08:21Z cache-1 fastly 123 - - 198.51.100.3 - - [31/Oct/2016:14:08:21 +0000] "GET / HTTP/1.1" 200 12)",
        {.time = "2016-10-31T14:08:21Z",
         .client = "198.51.100.3",
         .method = "GET",
         .path = "/",
         .protocol = "HTTP/1.1"});
    row("syslog, RFC 3164",
        R"(<134>Oct 31 14:08:21 web nginx[12]: 198.51.100.3 - - [31/Oct/2016:14:08:21 +0000] "GET / HTTP/1.1" 200 12)",
        {.time = "2016-10-31T14:08:21Z",
         .client = "198.51.100.3",
         .method = "GET",
         .path = "/",
         .protocol = "HTTP/1.1"});
    row("a host name asks", R"(host7.example.net - - [31/Oct/2016:14:08:21 +0000] "GET / HTTP/1.1" 200 12)",
        {.time = "2016-10-31T14:08:21Z",
         .client = "host7.example.net",
         .method = "GET",
         .path = "/",
         .protocol = "HTTP/1.1"});
    row("site without a port",
        R"(www.example.com 198.51.100.3 - - [31/Oct/2016:14:08:21 +0000] "GET / HTTP/1.1" 200 12)",
        {.time = "2016-10-31T14:08:21Z",
         .client = "198.51.100.3",
         .method = "GET",
         .path = "/",
         .protocol = "HTTP/1.1",
         .host = "www.example.com"});
    row("the client went away",
        R"(198.51.100.3 - - [31/Oct/2016:14:08:21 +0000] "GET / HTTP/1.1" 000 0 "" "")",
        {.time = "2016-10-31T14:08:21Z",
         .client = "198.51.100.3",
         .method = "GET",
         .path = "/",
         .protocol = "HTTP/1.1",
         .status = 0,
         .size = 0});
}

void TestNcsaParser::linesAreReadFieldByField()
{
    QFETCH(QByteArray, line);
    QFETCH(Expected, expected);
    NcsaParser parser;
    LogRequest request;
    const char *problem = parser.parse({line.constData(), static_cast<std::size_t>(line.size())}, request);
    QVERIFY2(problem == nullptr, problem);
    QCOMPARE(request.time, at(expected.time));
    QCOMPARE(bytes(request.client), QByteArray(expected.client));
    QCOMPARE(bytes(request.method), QByteArray(expected.method));
    QCOMPARE(bytes(request.path), QByteArray(expected.path));
    QCOMPARE(bytes(request.query), QByteArray(expected.query));
    QCOMPARE(bytes(request.protocol), QByteArray(expected.protocol));
    QCOMPARE(int{request.status}, expected.status);
    QCOMPARE(request.bytes.value(), static_cast<std::uint64_t>(expected.size));
    QCOMPARE(bytes(request.referer), QByteArray(expected.referer));
    QCOMPARE(bytes(request.agent), QByteArray(expected.agent));
    QCOMPARE(bytes(request.host), QByteArray(expected.host));
    QCOMPARE(bytes(request.user), QByteArray(expected.user));
    QCOMPARE(bytes(request.forwarded), QByteArray(expected.forwarded));
    QCOMPARE(request.duration.value_or(-1), static_cast<std::int64_t>(expected.duration));
    QVERIFY(request.hasZone);
}

/// Two seconds by every clock but that on the wall.
void TestNcsaParser::theClocksGoForward()
{
    NcsaParser parser;
    LogRequest before;
    LogRequest after;
    QVERIFY(!parser.parse(R"(203.0.113.7 - - [29/Mar/2026:01:59:59 +0100] "GET / HTTP/1.1" 200 1)", before));
    QVERIFY(!parser.parse(R"(203.0.113.7 - - [29/Mar/2026:03:00:01 +0200] "GET / HTTP/1.1" 200 1)", after));
    QCOMPARE(after.time - before.time, std::int64_t{2'000'000});
}

void TestNcsaParser::refusedLinesSayWhy_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QByteArray>("says");
    const auto row = [](const char *line, const char *says) {
        QTest::newRow(line) << QByteArray(line) << QByteArray(says);
    };
    row("", "no time in brackets");
    row("just words", "no time in brackets");
    row(R"(203.0.113.7 - - "GET / HTTP/1.1" 200 1)", "no time in brackets");
    row(R"(203.0.113.7 - - [2026-03-29T01:59:59Z] "GET / HTTP/1.1" 200 1)", "no time in brackets");
    row(R"(203.0.113.7 - - [29/Mar/2026:01:59:59 +0100)", "not closed");
    row(R"([29/Mar/2026:01:59:59 +0100] "GET / HTTP/1.1" 200 1)", "who asked");
    row(R"(203.0.113.7 - - [30/Feb/2026:01:59:59 +0100] "GET / HTTP/1.1" 200 1)", "time in brackets is none");
    row(R"(203.0.113.7 - - [29/Mär/2026:01:59:59 +0100] "GET / HTTP/1.1" 200 1)", "no time in brackets");
    row(R"(203.0.113.7 - - [29/Mrz/2026:01:59:59 +0100] "GET / HTTP/1.1" 200 1)", "time in brackets is none");
    row(R"(203.0.113.7 - - [29/Mar/2026:24:59:59 +0100] "GET / HTTP/1.1" 200 1)", "time in brackets is none");
    row(R"(203.0.113.7 - - [29/Mar/2026:01:60:59 +0100] "GET / HTTP/1.1" 200 1)", "time in brackets is none");
    row(R"(203.0.113.7 - - [00/Mar/2026:01:00:59 +0100] "GET / HTTP/1.1" 200 1)", "time in brackets is none");
    row(R"(203.0.113.7 - - [29/Mar/2026:01:59:59 CET] "GET / HTTP/1.1" 200 1)", "time in brackets is none");
    row(R"(203.0.113.7 - - [29/Mar/2026:01:59:59 +1] "GET / HTTP/1.1" 200 1)", "time in brackets is none");
    row(R"(203.0.113.7 - - [29/Mar/2026:01:59:59 +0100] GET / 200 1)", "request in quotes");
    row(R"(203.0.113.7 - - [29/Mar/2026:01:59:59 +0100] "GET / HTTP/1.1)", "quotes of the request");
    row(R"(203.0.113.7 - - [29/Mar/2026:01:59:59 +0100] "GET / HTTP/1.1")", "No status");
    row(R"(203.0.113.7 - - [29/Mar/2026:01:59:59 +0100] "GET / HTTP/1.1" OK 1)", "No status");
    row(R"(203.0.113.7 - - [29/Mar/2026:01:59:59 +0100] "GET / HTTP/1.1" 2000 1)", "No status");
    row(R"(203.0.113.7 - - [29/Mar/2026:01:59:59 +0100] "GET / HTTP/1.1" 200 many)", "number of bytes");
    row(R"(203.0.113.7 - - [29/Mar/2026:01:59:59 +0100] "GET / HTTP/1.1" 200 1 "https://x)",
        "quotes of a field");
}

void TestNcsaParser::refusedLinesSayWhy()
{
    QFETCH(QByteArray, line);
    QFETCH(QByteArray, says);
    NcsaParser parser;
    LogRequest request;
    const char *problem = parser.parse({line.constData(), static_cast<std::size_t>(line.size())}, request);
    QVERIFY(problem != nullptr);
    QVERIFY2(QByteArray(problem).contains(says), problem);
}

void TestNcsaParser::theEndIsStampedWhereTheServerDoes()
{
    constexpr const char *kLine =
        R"(203.0.113.17 - - [29/Mar/2026:03:00:11 +0200] "GET /z HTTP/1.1" 200 12 "-" "x" 1.500)";
    LogRequest request;
    NcsaParser nginx(LogRequest::Stamp::End);
    QVERIFY(!nginx.parse(kLine, request));
    QCOMPARE(request.arrival(), request.time - 1'500'000);
    NcsaParser apache(LogRequest::Stamp::Start);
    QVERIFY(!apache.parse(kLine, request));
    QCOMPARE(request.arrival(), request.time);
}

void TestNcsaParser::aMissingZoneIsTold()
{
    NcsaParser parser;
    LogRequest request;
    QVERIFY(!parser.parse(R"(203.0.113.7 - - [29/Aug/2023 22:02:58] "GET / HTTP/1.1" 200 -)", request));
    QVERIFY(!request.hasZone);
    QCOMPARE(request.time, at("2023-08-29T22:02:58Z"));
}

/// Every beginning of a good line is read or refused, within its bytes.
void TestNcsaParser::aBrokenLineNeverReadsOn()
{
    const QByteArray line(
        R"(<134>Oct 31 14:08:21 w n: www.example.com:443 203.0.113.16, 10.0.0.1 - u [29/Mar/2026:03:00:10 +0200] "GET /\x22?a=\" HTTP/1.1" 200 12 "-" "x\\" "198.51.100.4" 0.1)");
    NcsaParser parser;
    int refused = 0;
    for (qsizetype length = 0; length <= line.size(); ++length) {
        const std::string exact = line.left(length).toStdString(); // so that the memory checker sees its end
        LogRequest request;
        refused += parser.parse(exact, request) != nullptr ? 1 : 0;
    }
    QVERIFY(refused > 100 && refused < line.size());
}

} // namespace

QTEST_GUILESS_MAIN(TestNcsaParser)
#include "tst_ncsaparser.moc"
