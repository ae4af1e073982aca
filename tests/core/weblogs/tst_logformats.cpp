// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/weblogs/logformat.h"
#include "support/testfolder.h"

#include <QDateTime>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace clicksieve;
using namespace clicksieve::tests;
using namespace Qt::StringLiterals;

namespace {

const QString kFolder = QStringLiteral(CLICKSIEVE_SOURCE_DIR "/resources/logformats");

const LogFormat &formatOf(const QString &id)
{
    const auto found = std::ranges::find(shippedLogFormats(), id, &LogFormat::id);
    if (found == shippedLogFormats().end())
        qFatal("there is no format %s", qPrintable(id));
    return *found;
}

QJsonObject asJson(const LogRequest &request)
{
    QJsonObject object;
    const auto text = [&object](const QString &key, std::string_view value) {
        if (!value.empty())
            object[key] = QString::fromUtf8(value.data(), static_cast<qsizetype>(value.size()));
    };
    object[u"time"_s] =
        QDateTime::fromMSecsSinceEpoch(request.time / 1'000, Qt::UTC).toString(Qt::ISODateWithMs);
    object[u"status"_s] = request.status;
    if (request.bytes)
        object[u"bytes"_s] = static_cast<qint64>(*request.bytes);
    if (request.duration)
        object[u"duration"_s] = static_cast<qint64>(*request.duration);
    text(u"client"_s, request.client);
    text(u"forwarded"_s, request.forwarded);
    text(u"host"_s, request.host);
    text(u"user"_s, request.user);
    text(u"method"_s, request.method);
    text(u"path"_s, request.path);
    text(u"query"_s, request.query);
    text(u"protocol"_s, request.protocol);
    text(u"referer"_s, request.referer);
    text(u"agent"_s, request.agent);
    return object;
}

std::vector<std::string> linesOf(const QJsonObject &sample)
{
    std::vector<std::string> lines;
    for (const QJsonValue &line : sample[u"lines"_s].toArray())
        lines.push_back(line.toString().toStdString());
    return lines;
}

class TestLogFormats : public QObject {
    Q_OBJECT

private slots:
    void everySampleIsRead_data();
    void everySampleIsRead();
    void everySampleIsRecognised_data() { everySampleIsRead_data(); }
    void everySampleIsRecognised();
    void everyFormatNamesItsSources();
    void timesAreReadInEveryShape_data();
    void timesAreReadInEveryShape();
    void durationsHaveUnits();
    void refusedLinesSayWhy_data();
    void refusedLinesSayWhy();
};

void TestLogFormats::everySampleIsRead_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QJsonObject>("sample");
    for (const QString &name : QDir(kFolder).entryList({u"*.json"_s})) {
        const QJsonObject format = QJsonDocument::fromJson(readAll(QDir(kFolder).filePath(name))).object();
        const QJsonArray samples = format[u"samples"_s].toArray();
        QVERIFY2(!samples.isEmpty(), qPrintable(name));
        for (qsizetype sample = 0; sample < samples.size(); ++sample)
            QTest::addRow("%s %d", qPrintable(name), static_cast<int>(sample))
                << format[u"id"_s].toString() << samples[sample].toObject();
    }
}

void TestLogFormats::everySampleIsRead()
{
    QFETCH(QString, id);
    QFETCH(QJsonObject, sample);
    const auto parser = formatOf(id).makeParser();
    QJsonArray read;
    for (const std::string &line : linesOf(sample)) {
        LogRequest request;
        if (parser->takeDirective(line))
            continue;
        const char *problem = parser->parse(line, request);
        QVERIFY2(problem == nullptr, problem);
        read << asJson(request);
    }
    const QJsonArray expected = sample[u"expect"_s].toArray();
    QVERIFY(!expected.isEmpty());
    QCOMPARE(QJsonDocument(read).toJson(), QJsonDocument(expected).toJson());
}

void TestLogFormats::everySampleIsRecognised()
{
    QFETCH(QString, id);
    QFETCH(QJsonObject, sample);
    const LogFormat *format = logFormatOf(linesOf(sample));
    QVERIFY(format != nullptr);
    QCOMPARE(format->id, id);
}

void TestLogFormats::everyFormatNamesItsSources()
{
    for (const QString &name : QDir(kFolder).entryList({u"*.json"_s})) {
        const QJsonObject format = QJsonDocument::fromJson(readAll(QDir(kFolder).filePath(name))).object();
        QVERIFY2(!format[u"sources"_s].toArray().isEmpty(), qPrintable(name));
        QVERIFY2(!format[u"title"_s].toString().isEmpty(), qPrintable(name));
    }
}

void TestLogFormats::timesAreReadInEveryShape_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("iso");
    const auto row = [](const char *text, const QString &iso) {
        QTest::newRow(text) << QByteArray(text) << iso;
    };
    row("2026-03-29T01:59:59+01:00", u"2026-03-29T00:59:59.000Z"_s);
    row("2026-03-29T01:59:59-0130", u"2026-03-29T03:29:59.000Z"_s);
    row("2026-03-29 01:59:59.5Z", u"2026-03-29T01:59:59.500Z"_s);
    row("2026-03-29T01:59:59,1234567Z", u"2026-03-29T01:59:59.123Z"_s);
    row("2026-03-29T01:59:59", u"2026-03-29T01:59:59.000Z"_s);
    row("29/Mar/2026:01:59:59 +0100", u"2026-03-29T00:59:59.000Z"_s);
    row("1774746010", u"2026-03-29T01:00:10.000Z"_s);
    row("1774746010.25", u"2026-03-29T01:00:10.250Z"_s);
    row("1774746010250", u"2026-03-29T01:00:10.250Z"_s);
    row("1774746010250000", u"2026-03-29T01:00:10.250Z"_s);
    row("1774746010250000000", u"2026-03-29T01:00:10.250Z"_s);
    for (const char *wrong : {"", "yesterday", "2026-02-30T01:00:00Z", "2026-03-29T25:00:00Z",
                              "2026-03-29T01:59:59 CET", "17", "1e400", "nan", "29/Mar/2026:01:59:61 +0100"})
        row(wrong, {});
}

void TestLogFormats::timesAreReadInEveryShape()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, iso);
    const auto time = anyTime(std::string_view(text.constData(), static_cast<std::size_t>(text.size())));
    QCOMPARE(time.has_value(), !iso.isEmpty());
    if (time)
        QCOMPARE(
            QDateTime::fromMSecsSinceEpoch(time->microseconds / 1'000, Qt::UTC).toString(Qt::ISODateWithMs),
            iso);
}

void TestLogFormats::durationsHaveUnits()
{
    QCOMPARE(durationIn("0.384", DurationUnit::Seconds).value(), std::int64_t{384'000});
    QCOMPARE(durationIn("1687", DurationUnit::Milliseconds).value(), std::int64_t{1'687'000});
    QCOMPARE(durationIn("9000000", DurationUnit::Nanoseconds).value(), std::int64_t{9'000});
    QCOMPARE(durationIn("12ms", DurationUnit::Seconds).value(), std::int64_t{12'000});
    QCOMPARE(durationIn("0.25s", DurationUnit::Nanoseconds).value(), std::int64_t{250'000});
    for (const char *wrong : {"", "-", "-1", "x", "ms", "1e300", "nan"})
        QVERIFY(!durationIn(wrong, DurationUnit::Seconds));
}

void TestLogFormats::refusedLinesSayWhy_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QStringList>("lines");
    QTest::addColumn<QByteArray>("says");
    const QString fields = u"#Fields: date time c-ip sc-status"_s;
    QTest::newRow("no fields") << u"iis"_s << QStringList{u"2012-04-01 00:00:13 1.2.3.4 200"_s}
                               << QByteArray("#Fields");
    QTest::newRow("too short") << u"iis"_s << QStringList{fields, u"2012-04-01 00:00:13"_s}
                               << QByteArray("fewer values");
    QTest::newRow("no time") << u"iis"_s << QStringList{fields, u"2012-04-01 25:00:13 1.2.3.4 200"_s}
                             << QByteArray("date and time");
    QTest::newRow("no status") << u"iis"_s << QStringList{fields, u"2012-04-01 00:00:13 1.2.3.4 ok"_s}
                               << QByteArray("status");
    QTest::newRow("open quote") << u"iis"_s << QStringList{fields, u"2012-04-01 00:00:13 \"1.2.3.4 200"_s}
                                << QByteArray("quotes");
    QTest::newRow("no object") << u"caddy"_s << QStringList{u"hello"_s} << QByteArray("no JSON object");
    QTest::newRow("broken") << u"caddy"_s << QStringList{u"{\"ts\": 1703373474, \"status\" 200}"_s}
                            << QByteArray("no valid JSON");
    QTest::newRow("JSON without a time")
        << u"caddy"_s << QStringList{u"{\"status\": 200}"_s} << QByteArray("time is missing");
    QTest::newRow("other JSON") << u"nginx-json"_s << QStringList{u"{\"time\": \"2026-03-29T01:59:59Z\"}"_s}
                                << QByteArray("neither who asked");
}

void TestLogFormats::refusedLinesSayWhy()
{
    QFETCH(QString, id);
    QFETCH(QStringList, lines);
    QFETCH(QByteArray, says);
    const auto parser = formatOf(id).makeParser();
    const char *problem = nullptr;
    for (const QString &line : lines) {
        LogRequest request;
        if (const std::string text = line.toStdString(); !parser->takeDirective(text))
            problem = parser->parse(text, request);
    }
    QVERIFY(problem != nullptr);
    QVERIFY2(QByteArray(problem).contains(says), problem);
}

} // namespace

QTEST_GUILESS_MAIN(TestLogFormats)
#include "tst_logformats.moc"
