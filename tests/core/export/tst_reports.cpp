// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis.h"
#include "core/export/csvcell.h"
#include "core/export/isotime.h"
#include "core/export/jsonreport.h"
#include "core/export/verdictcsv.h"
#include "core/gateways/mailserverfile.h"
#include "core/ingest/csvreader.h"
#include "core/jobs/jobcontext.h"
#include "support/testfolder.h"

#include <QDateTime>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTest>

using namespace clicksieve;
using namespace clicksieve::tests;
using namespace Qt::StringLiterals;

namespace {

using Record = std::vector<std::string>;

std::vector<Record> recordsOf(const QByteArray &csv)
{
    const std::string text = csv.toStdString();
    CsvReader reader(text, ',');
    std::vector<Record> records;
    while (reader.next())
        records.emplace_back(reader.cells().begin(), reader.cells().end());
    return records;
}

/// Keys in the order of QJsonObject, which is that of the alphabet.
QStringList sorted(QStringList keys)
{
    keys.sort();
    return keys;
}

const QStringList kCounts = sorted(
    {u"opens"_s, u"unique_opens"_s, u"clicks"_s, u"unique_clicks"_s, u"open_rate"_s, u"ctr"_s, u"ctor"_s});
const QStringList kFigures{u"sent"_s,          u"delivered"_s,  u"raw"_s,    u"adjusted"_s,
                           u"ctor_interval"_s, u"ctor_range"_s, u"machine"_s};

class TestReports : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void theVerdictFileHasOneLineForEachOpenAndClick();
    void whatNeedsQuotesInTheVerdictFileHasThem();
    void cellsAreQuotedOnlyWhereNeeded_data();
    void cellsAreQuotedOnlyWhereNeeded();
    void timesAreWrittenAsIsoInUtc();
    void theReportHasTheKeysOfTheManual();
    void everyKeyStandsInTheManual();
    void whatAListmonkExportDoesNotSayIsNull();
    void ratesWithoutDenominatorAreNull();
    void theFiguresOfTheReportAreThoseOfTheEvents();
    void theFirstTwentyRejectedRowsAreNamed();
    void reportsAreForTheOwnerOnly();
    void anUnwritableTargetIsAnError();
    void aStoppedVerdictFileIsNotWritten();

private:
    Analysis analysisOf(const QStringList &files) const
    {
        JobContext context(1);
        AnalysisRequest request;
        request.files = files;
        const auto analysis = analyze(request, context);
        if (!analysis)
            qFatal("%s", qPrintable(analysis.error().message));
        return analysis.value();
    }
    std::vector<Record> verdictsOf(const Analysis &analysis) const
    {
        JobContext context(1);
        if (writeVerdicts(*analysis.table, *analysis.verdicts, m_folder.path(u"verdicts.csv"_s), context))
            qFatal("the verdicts could not be written");
        return recordsOf(readAll(m_folder.path(u"verdicts.csv"_s)));
    }
    static QJsonObject reportOf(const Analysis &analysis, const MailServerFile *mailServers = nullptr)
    {
        JobContext context(1);
        return QJsonDocument::fromJson(QByteArray::fromStdString(jsonReport(
                                           *analysis.table, *analysis.verdicts, context, mailServers)))
            .object();
    }

    TestFolder m_folder;
    Analysis m_sample;
};

void TestReports::initTestCase()
{
    m_sample = analysisOf({QStringLiteral(CLICKSIEVE_SOURCE_DIR "/resources/samples/spring-offer.csv")});
}

void TestReports::theVerdictFileHasOneLineForEachOpenAndClick()
{
    const EventTable &table = *m_sample.table;
    const Verdicts &verdicts = *m_sample.verdicts;
    const std::vector<Record> records = verdictsOf(m_sample);
    QVERIFY(readAll(m_folder.path(u"verdicts.csv"_s))
                .startsWith("source,row,event,recipient,campaign,time,verdict,probability,actor,signals\n"));
    QVERIFY(readAll(m_folder.path(u"verdicts.csv"_s)).endsWith('\n'));

    static const QRegularExpression probability(u"^[01]\\.\\d{4}$"_s);
    std::size_t line = 1;
    std::size_t machines = 0;
    for (std::size_t event = 0; event < table.size(); ++event) {
        if (!isAction(table.type(event)))
            continue;
        QVERIFY(line < records.size());
        const Record &record = records[line++];
        QCOMPARE(record.size(), std::size_t{10});
        QCOMPARE(record[0], std::string("spring-offer.csv"));
        QCOMPARE(record[1], std::to_string(table.row(event)));
        QCOMPARE(record[2], std::string(wordFor(table.type(event))));
        QCOMPARE(record[3], std::string(table.recipientText(table.recipient(event))));
        QCOMPARE(record[4], std::string("spring-offer"));
        QCOMPARE(
            QDateTime::fromString(QString::fromStdString(record[5]), Qt::ISODateWithMs).toMSecsSinceEpoch(),
            table.time(event));
        QCOMPARE(record[6], std::string(wordFor(verdicts.verdict(event))));
        QVERIFY(probability.match(QString::fromStdString(record[7])).hasMatch());
        QVERIFY(std::abs(std::stod(record[7]) - verdicts.probability(event)) <= 0.00005001);
        QCOMPARE(record[8] == "person", !verdicts.isMachine(event));
        std::string ids;
        verdicts.appendSignalIds(event, ids);
        QCOMPARE(record[9], ids);
        machines += verdicts.isMachine(event) ? 1U : 0U;
    }
    QCOMPARE(line, records.size());
    QVERIFY(machines > 0 && machines < line);
}

void TestReports::whatNeedsQuotesInTheVerdictFileHasThem()
{
    const QString odd =
        m_folder.write(u"odd \"name\", one.csv"_s,
                       "time,event,email,campaign\n"
                       "2026-03-10T09:00:00Z,sent,a@b.example,x\n"
                       "2026-03-10T09:00:00Z,open,\"\"\"A, B\"\"@b.example\",\"one\ntwo; 20 %\"\n");
    const QString plain = m_folder.write(
        u"plain.csv"_s, "time,event,email\nrubbish\n2026-03-10 09:00:00.5,click,a@b.example\n");
    const std::vector<Record> records = verdictsOf(analysisOf({odd, plain}));
    QCOMPARE(records.size(), std::size_t{3});
    QCOMPARE(records[1][0], std::string("odd \"name\", one.csv"));
    QCOMPARE(records[1][1], std::string("2"));
    QCOMPARE(records[1][3], std::string("\"a, b\"@b.example"));
    QCOMPARE(records[1][4], std::string("one\ntwo; 20 %"));
    QCOMPARE(records[2][0], std::string("plain.csv"));
    QCOMPARE(records[2][1], std::string("2"));
    QCOMPARE(records[2][4], std::string());
    QCOMPARE(records[2][5], std::string("2026-03-10T09:00:00.500Z"));
}

void TestReports::cellsAreQuotedOnlyWhereNeeded_data()
{
    QTest::addColumn<QByteArray>("cell");
    QTest::addColumn<char>("delimiter");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("plain") << QByteArray("a b;c") << ',' << QByteArray("a b;c");
    QTest::newRow("empty") << QByteArray() << ',' << QByteArray();
    QTest::newRow("comma") << QByteArray("a,b") << ',' << QByteArray("\"a,b\"");
    QTest::newRow("comma elsewhere") << QByteArray("a,b") << ';' << QByteArray("a,b");
    QTest::newRow("semicolon") << QByteArray("a;b") << ';' << QByteArray("\"a;b\"");
    QTest::newRow("quote") << QByteArray("5\"") << ',' << QByteArray("\"5\"\"\"");
    QTest::newRow("LF") << QByteArray("a\nb") << ',' << QByteArray("\"a\nb\"");
    QTest::newRow("CR") << QByteArray("a\rb") << ',' << QByteArray("\"a\rb\"");
}

void TestReports::cellsAreQuotedOnlyWhereNeeded()
{
    QFETCH(const QByteArray, cell);
    QFETCH(const char, delimiter);
    QFETCH(const QByteArray, expected);
    std::string record = "x";
    appendCsvCell(record, cell.toStdString(), delimiter);
    QCOMPARE(QByteArray::fromStdString(record), "x" + expected);
}

void TestReports::timesAreWrittenAsIsoInUtc()
{
    QCOMPARE(isoTime(kNoTime), std::string());
    QCOMPARE(isoTime(0), std::string("1970-01-01T00:00:00.000Z"));
    QCOMPARE(isoTime(-1), std::string("1969-12-31T23:59:59.999Z"));
    for (TimeMs time = 631'152'000'000; time < 4'102'444'800'000; time += 86'399'999'983 / 7)
        QCOMPARE(QString::fromStdString(isoTime(time)),
                 QDateTime::fromMSecsSinceEpoch(time, Qt::UTC).toString(Qt::ISODateWithMs));
}

void TestReports::theReportHasTheKeysOfTheManual()
{
    const QJsonObject report = reportOf(m_sample);
    QCOMPARE(report.keys(),
             sorted({u"version"_s, u"ruleset"_s, u"overridden"_s, u"sources"_s, u"campaigns"_s, u"domains"_s,
                     u"signals"_s, u"rejected"_s, u"skipped"_s, u"totals"_s, u"vendor_agreement"_s,
                     u"mail_servers"_s, u"gateways"_s, u"lists"_s, u"comparison"_s}));
    QVERIFY(report[u"comparison"_s].isNull());
    QVERIFY(report[u"totals"_s].toArray().isEmpty()); // every row of the sample has a time
    QVERIFY(report[u"vendor_agreement"_s].isNull());  // the sample's service marks nothing
    QCOMPARE(report[u"version"_s].toString(), QStringLiteral(CLICKSIEVE_VERSION));
    QCOMPARE(report[u"ruleset"_s].toObject().keys(), sorted({u"name"_s, u"version"_s}));
    QCOMPARE(report[u"ruleset"_s][u"name"_s].toString(), u"balanced"_s);
    QVERIFY(report[u"ruleset"_s][u"version"_s].isDouble());
    QCOMPARE(report[u"sources"_s].toArray().size(), 1);
    QCOMPARE(report[u"sources"_s][0].toObject().keys(),
             sorted({u"file"_s, u"format"_s, u"time_zone"_s, u"time_zone_is_guess"_s, u"rows"_s,
                     u"rejected"_s, u"without_events"_s, u"duplicates"_s}));
    QCOMPARE(report[u"campaigns"_s].toArray().size(), 1);
    QVERIFY(report[u"domains"_s].toArray().size() > 10);
    const auto check = [](const QJsonObject &group, const QStringList &own) {
        return group.keys() == sorted(own + kFigures) && group[u"raw"_s].toObject().keys() == kCounts
               && group[u"adjusted"_s].toObject().keys() == kCounts
               && group[u"ctor_interval"_s].toArray().size() == 2
               && group[u"ctor_range"_s].toArray().size() == 2
               && group[u"machine"_s].toObject().keys() == sorted({u"opens"_s, u"clicks"_s, u"recipients"_s});
    };
    QVERIFY(check(report[u"campaigns"_s][0].toObject(), {u"id"_s, u"name"_s}));
    for (const QJsonValue &domain : report[u"domains"_s].toArray())
        QVERIFY(check(domain.toObject(), {u"domain"_s}));
    QCOMPARE(report[u"signals"_s].toArray().size(),
             static_cast<qsizetype>(m_sample.verdicts->ruleset().signalSpecs.size()));
    for (const QJsonValue &signal : report[u"signals"_s].toArray()) {
        QCOMPARE(signal.toObject().keys(), sorted({u"id"_s, u"applicable"_s, u"reason"_s, u"events"_s}));
        QCOMPARE(signal[u"reason"_s].isNull(), signal[u"applicable"_s].toBool());
    }
}

void TestReports::everyKeyStandsInTheManual()
{
    QString manual =
        QString::fromUtf8(readAll(QStringLiteral(CLICKSIEVE_SOURCE_DIR "/packaging/linux/clicksieve-cli.1")));
    manual = manual.section(u".SS JSON"_s, 1).section(u".SH EXIT STATUS"_s, 0, 0);
    static const QRegularExpression notWord(u"[^a-z_]+"_s);
    const QStringList words = manual.split(notWord, Qt::SkipEmptyParts);
    QStringList keys = kCounts + kFigures;
    MailServerFile servers;
    servers.servers.add("gmail.com", {"gmail-smtp-in.l.google.com", 5});
    const QJsonObject report = reportOf(m_sample, &servers);
    keys += report[u"lists"_s].toObject().keys();
    keys += report[u"mail_servers"_s].toObject().keys() + report[u"gateways"_s][1].toObject().keys();
    keys += report.keys() + report[u"ruleset"_s].toObject().keys() + report[u"sources"_s][0].toObject().keys()
            + report[u"campaigns"_s][0].toObject().keys()
            + report[u"campaigns"_s][0][u"machine"_s].toObject().keys()
            + report[u"domains"_s][0].toObject().keys() + report[u"signals"_s][0].toObject().keys();
    for (const QString &key : keys)
        QVERIFY2(words.contains(key), qPrintable(key));
}

void TestReports::whatAListmonkExportDoesNotSayIsNull()
{
    const QByteArray common =
        "campaign_id,campaign_uuid,campaign_name,subscriber_id,subscriber_uuid,email,subscriber_name,";
    const QByteArray anna = "3,7a0c,Spring,12,9f1e,anna@nordbank.example,Anna,";
    const Analysis analysis = analysisOf(
        {m_folder.write(u"campaign_views.csv"_s, common + "created_at\n" + anna + "2026-03-10T12:00:00Z\n"),
         m_folder.write(u"campaign_clicks.csv"_s, common + "url,created_at\n" + anna
                                                      + "https://shop.example/,2026-03-10T12:01:00Z\n")});
    const QJsonObject report = reportOf(analysis);
    const QJsonObject campaign = report[u"campaigns"_s][0].toObject();
    QCOMPARE(campaign[u"id"_s].toString(), u"7a0c"_s);
    QCOMPARE(campaign[u"name"_s].toString(), u"Spring"_s);
    QVERIFY(campaign[u"sent"_s].isNull() && campaign[u"delivered"_s].isNull());
    QVERIFY(campaign[u"raw"_s][u"open_rate"_s].isNull() && campaign[u"raw"_s][u"ctr"_s].isNull());
    QCOMPARE(campaign[u"raw"_s][u"ctor"_s].toDouble(-1), 1.0);
    QCOMPARE(report[u"sources"_s][1][u"format"_s].toString(), u"listmonk"_s);
    const QJsonArray signalReports = report[u"signals"_s].toArray();
    QVERIFY2(std::any_of(signalReports.begin(), signalReports.end(),
                         [](const QJsonValue &signal) { return !signal[u"applicable"_s].toBool(); }),
             "an export without addresses and agents leaves signals without food");
}

void TestReports::ratesWithoutDenominatorAreNull()
{
    const QJsonObject report =
        reportOf(analysisOf({m_folder.write(u"sent.csv"_s, "time,event,email,campaign\n"
                                                           "2026-03-10T09:00:00Z,sent,a@b.example,c\n")}));
    const QJsonObject campaign = report[u"campaigns"_s][0].toObject();
    QCOMPARE(campaign[u"sent"_s].toInt(-1), 1);
    QVERIFY(campaign[u"delivered"_s].isNull());
    for (const QString &reading : {u"raw"_s, u"adjusted"_s}) {
        QVERIFY(campaign[reading][u"ctor"_s].isNull());
        QCOMPARE(campaign[reading][u"open_rate"_s].toDouble(-1),
                 0.0); // of the sent, since delivered is not known
        QCOMPARE(campaign[reading][u"opens"_s].toInt(-1), 0);
    }
    for (const QString &key : {u"ctor_interval"_s, u"ctor_range"_s})
        QVERIFY(campaign[key][0].isNull() && campaign[key][1].isNull());
}

void TestReports::theFiguresOfTheReportAreThoseOfTheEvents()
{
    const EventTable &table = *m_sample.table;
    qint64 opens = 0;
    qint64 machineClicks = 0;
    QSet<std::uint32_t> sent;
    for (std::size_t event = 0; event < table.size(); ++event) {
        opens += table.type(event) == EventType::Open ? 1 : 0;
        machineClicks += table.type(event) == EventType::Click && m_sample.verdicts->isMachine(event) ? 1 : 0;
        if (table.type(event) == EventType::Sent)
            sent << table.recipient(event).value();
    }
    const QJsonObject campaign = reportOf(m_sample)[u"campaigns"_s][0].toObject();
    QCOMPARE(campaign[u"sent"_s].toInteger(), sent.size());
    QCOMPARE(campaign[u"raw"_s][u"opens"_s].toInteger(), opens);
    QCOMPARE(campaign[u"machine"_s][u"clicks"_s].toInteger(), machineClicks);
    QCOMPARE(campaign[u"adjusted"_s][u"clicks"_s].toInteger(),
             campaign[u"raw"_s][u"clicks"_s].toInteger() - machineClicks);
    const double ctor = campaign[u"adjusted"_s][u"ctor"_s].toDouble();
    QVERIFY(campaign[u"ctor_interval"_s][0].toDouble() < ctor
            && ctor < campaign[u"ctor_interval"_s][1].toDouble());
}

void TestReports::theFirstTwentyRejectedRowsAreNamed()
{
    QByteArray text = "time,event,email\n2026-03-10T09:00:00Z,open,a@b.example\n";
    for (int row = 0; row < 25; ++row)
        text += "rubbish,open,a@b.example\n";
    const QJsonObject report = reportOf(analysisOf({m_folder.write(u"bad.csv"_s, text)}));
    QCOMPARE(report[u"sources"_s][0][u"rejected"_s].toInt(), 25);
    QCOMPARE(report[u"sources"_s][0][u"rows"_s].toInt(), 26);
    const QJsonArray rejected = report[u"rejected"_s].toArray();
    QCOMPARE(rejected.size(), 20);
    for (qsizetype place = 0; place < rejected.size(); ++place) {
        QCOMPARE(rejected[place].toObject().keys(), sorted({u"file"_s, u"row"_s, u"reason"_s}));
        QCOMPARE(rejected[place][u"file"_s].toString(), u"bad.csv"_s);
        QCOMPARE(rejected[place][u"row"_s].toInteger(), place + 2);
        QVERIFY(rejected[place][u"reason"_s].toString().contains(u"rubbish"_s));
    }
}

void TestReports::reportsAreForTheOwnerOnly()
{
    JobContext context(1);
    QVERIFY(!writeJsonReport(*m_sample.table, *m_sample.verdicts, m_folder.path(u"report.json"_s), context));
    QVERIFY(!writeVerdicts(*m_sample.table, *m_sample.verdicts, m_folder.path(u"verdicts.csv"_s), context));
    const auto owner =
        QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ReadUser | QFileDevice::WriteUser;
    for (const QString &name : {u"report.json"_s, u"verdicts.csv"_s})
        QCOMPARE(QFileInfo(m_folder.path(name)).permissions() & ~owner, QFileDevice::Permissions());
    QJsonParseError problem{};
    const QJsonObject written =
        QJsonDocument::fromJson(readAll(m_folder.path(u"report.json"_s)), &problem).object();
    QCOMPARE(problem.error, QJsonParseError::NoError);
    QCOMPARE(written, reportOf(m_sample));
}

void TestReports::anUnwritableTargetIsAnError()
{
    JobContext context(1);
    for (const QString &target : {m_folder.path(u"no/such/folder/out"_s), m_folder.root()}) {
        for (const auto &problem : {writeJsonReport(*m_sample.table, *m_sample.verdicts, target, context),
                                    writeVerdicts(*m_sample.table, *m_sample.verdicts, target, context)}) {
            QVERIFY(problem);
            QCOMPARE(problem->kind, Error::Kind::Unwritable);
            QVERIFY(problem->message.contains(target));
        }
    }
}

void TestReports::aStoppedVerdictFileIsNotWritten()
{
    JobContext context(1);
    context.requestStop();
    const auto problem =
        writeVerdicts(*m_sample.table, *m_sample.verdicts, m_folder.path(u"stopped.csv"_s), context);
    QVERIFY(problem);
    QCOMPARE(problem->kind, Error::Kind::Cancelled);
    QVERIFY(!QFileInfo::exists(m_folder.path(u"stopped.csv"_s)));
}

} // namespace

QTEST_GUILESS_MAIN(TestReports)

#include "tst_reports.moc"
