// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/clirun.h"
#include "support/mmdbfile.h"
#include "support/testfolder.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QTest>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace clicksieve::tests;
using namespace Qt::StringLiterals;

namespace {

class TestCli : public QObject {
    Q_OBJECT

private slots:
    void aGoodFileGivesASummaryAndNoComplaint();
    void severalCampaignsAreCountedInMessages();
    void opensOfPrivacyServicesAreToldApart();
    void standardOutputIsPureJson();
    void standardOutputIsPureCsv();
    void ownVerdictsGoBeforeTheRules();
    void rejectedRowsAreWrittenWithTheirText();
    void threadsDoNotChangeTheResult();
    void severalFilesAreCleanedIntoAFolder();
    void twoFilesOfOneNameAreNotMixed();
    void formatsAreListed();
    void signalsAreListed();
    void helpAndVersionAreAnswers_data();
    void helpAndVersionAreAnswers();
    void controlCharactersDoNotReachTheTerminal();
    void theSendTimeByHandCounts();
    void aPipeIsReadLikeAFile();
    void aPipeIsWrittenToAndStaysOne();
    void mailServersGiveFiguresByGateway();
    void twoRulesetsAreShownSideBySide();
    void listsOfTheUserCount();
    void aKilledSaveLeavesTheWorkspaceAsItWas();
    void aWorkspaceIsSavedAndOpenedAgain();
    void networksAreNamed();

private:
    TestFolder m_folder;
};

void TestCli::aGoodFileGivesASummaryAndNoComplaint()
{
    const Run result = analyze({kSample});
    QCOMPARE(result.complaints, QByteArray());
    QCOMPARE(result.status, Done);
    for (const char *word :
         {"spring-offer.csv", "17,246 rows", "made by machines", "Campaign", "Who the machines are"})
        QVERIFY2(result.out.contains(word), word);
    const Run quiet = analyze({u"--quiet"_s, kSample});
    QCOMPARE(quiet.status, Done);
    QCOMPARE(quiet.out + quiet.complaints, QByteArray());
}

void TestCli::severalCampaignsAreCountedInMessages()
{
    QByteArray other = kGood;
    other.replace("c1", "c2");
    const QString one = m_folder.write(u"first.csv"_s, kGood);
    const QString two = m_folder.write(u"second.csv"_s, other);
    QVERIFY(analyze({one}).out.contains("0 of 1 recipients are affected."));
    QVERIFY(analyze({one, two}).out.contains("0 of 2 messages are affected."));
}

void TestCli::opensOfPrivacyServicesAreToldApart()
{
    const QString file = m_folder.write(u"private.csv"_s,
                                        "time,event,email,campaign,url,ip,user_agent\n"
                                        "2026-03-10T10:00:00Z,open,a@b.example,c1,,17.58.97.1,Mozilla/5.0\n");
    const QByteArray out = analyze({file}).out;
    QVERIFY2(out.contains("Of 1 message, all opens were made by a privacy service"), out.constData());
    QVERIFY(!analyze({m_folder.write(u"plain.csv"_s, kGood)}).out.contains("privacy service"));
}

void TestCli::standardOutputIsPureJson()
{
    const QString bad = m_folder.write(u"bad.csv"_s, kGood + "rubbish\n");
    const Run result = analyze({u"--json"_s, u"-"_s, bad, kSample});
    QCOMPARE(result.status, SomeRowsRejected);
    QJsonParseError problem{};
    const QJsonObject report = QJsonDocument::fromJson(result.out, &problem).object();
    QCOMPARE(problem.error, QJsonParseError::NoError);
    QCOMPARE(report[u"sources"_s].toArray().size(), 2);
    QCOMPARE(report[u"rejected"_s].toArray().size(), 1);
    QVERIFY2(result.complaints.contains("bad.csv: 1 of 3 rows"), result.complaints.constData());

    QCOMPARE(analyze({u"--json"_s, m_folder.path(u"report.json"_s), bad, kSample}).out, QByteArray());
    QCOMPARE(readAll(m_folder.path(u"report.json"_s)), result.out);
}

void TestCli::standardOutputIsPureCsv()
{
    const QString bad = m_folder.write(u"bad.csv"_s, kGood + "rubbish\n");
    const Run result = analyze({u"--verdicts"_s, u"-"_s, bad});
    QCOMPARE(result.status, SomeRowsRejected);
    const QByteArrayList lines = result.out.split('\n');
    QCOMPARE(lines.size(), 3); // the last is empty
    QCOMPARE(lines[0],
             QByteArray("source,row,event,recipient,campaign,time,verdict,probability,actor,signals"));
    QVERIFY(lines[1].startsWith("bad.csv,2,open,a@b.example,c1,2026-03-10T10:00:00.000Z,"));
    QCOMPARE(lines[1].count(','), 9);
    QCOMPARE(lines[2], QByteArray());
    QVERIFY(result.complaints.contains("bad.csv: 1 of 3 rows"));
}

void TestCli::ownVerdictsGoBeforeTheRules()
{
    const QString own = m_folder.write(
        u"own.csv"_s, "scope,verdict,campaign,recipient,domain,event,time,link,address,program\n"
                      "domain,human,,,monoholz.example,,,,,\n"
                      "domain,human,,,elsewhere.example,,,,,\n");
    const Run result = analyze({u"--overrides"_s, own, u"--verdicts"_s, u"-"_s, kSample});
    QCOMPARE(
        result.complaints,
        QByteArray("clicksieve-cli: own.csv, row 2: What it is of is not in the files that are open.\n"));
    QCOMPARE(result.status, Done);
    int ownVerdicts = 0;
    for (const QByteArray &line : result.out.split('\n')) {
        if (line.contains("@monoholz.example")) {
            QVERIFY2(line.contains(",human,0.0000,person,override"), line.constData());
            ++ownVerdicts;
        }
    }
    QVERIFY(ownVerdicts > 10);
    const Run json = analyze({u"--overrides"_s, own, u"--json"_s, u"-"_s, kSample});
    QCOMPARE(QJsonDocument::fromJson(json.out)[u"overridden"_s].toInt(), ownVerdicts);
    QVERIFY(analyze({u"--overrides"_s, own, kSample})
                .out.contains(QByteArray::number(ownVerdicts) + " of the verdicts are your own."));
}

void TestCli::rejectedRowsAreWrittenWithTheirText()
{
    const QString bad = m_folder.write(u"bad.csv"_s, kGood + "rubbish\n");
    const Run result = analyze({u"--rejected"_s, u"-"_s, bad});
    QCOMPARE(result.status, SomeRowsRejected);
    const QByteArrayList lines = result.out.split('\n');
    QCOMPARE(lines.size(), 3); // the last is empty
    QCOMPARE(lines[0], QByteArray("source,row,reason,text"));
    QVERIFY2(lines[1].startsWith("bad.csv,3,") && lines[1].endsWith(",rubbish"), lines[1].constData());
    QCOMPARE(analyze({u"--rejected"_s, u"-"_s, u"--json"_s, u"-"_s, bad}).status, WrongUsage);
}

void TestCli::threadsDoNotChangeTheResult()
{
    QList<QByteArrayList> results;
    for (const QString &threads : {u"1"_s, u"4"_s}) {
        const QString json = m_folder.path(u"report.json"_s);
        const QString verdicts = m_folder.path(u"verdicts.csv"_s);
        const QString cleaned = m_folder.path(u"people.csv"_s);
        QCOMPARE(analyze({u"--threads"_s, threads, u"--json"_s, json, u"--verdicts"_s, verdicts,
                          u"--cleaned"_s, cleaned, kSample})
                     .status,
                 Done);
        results << QByteArrayList{readAll(json), readAll(verdicts), readAll(cleaned),
                                  analyze({u"--threads"_s, threads, kSample}).out};
    }
    for (qsizetype output = 0; output < results.front().size(); ++output) {
        QVERIFY(results.front()[output].size() > 500);
        QVERIFY(results.front()[output] == results.back()[output]);
    }
}

void TestCli::severalFilesAreCleanedIntoAFolder()
{
    const QString one = m_folder.write(u"one.csv"_s, kGood);
    const QString two = m_folder.write(u"two.csv"_s, kGood + "rubbish\n");
    const QString folder = m_folder.path(u"cleaned"_s);
    QCOMPARE(analyze({u"--cleaned"_s, folder, one, two}).status, SomeRowsRejected);
    QCOMPARE(QDir(folder).entryList(QDir::Files), (QStringList{u"one.csv"_s, u"two.csv"_s}));
    QVERIFY(readAll(folder + u"/two.csv"_s).endsWith("rubbish\n"));
    QCOMPARE(analyze({u"--cleaned"_s, folder, u"--cleaned-mode"_s, u"annotate"_s, one}).status, Done);
    QVERIFY(readAll(folder + u"/one.csv"_s).startsWith("time,event,email,campaign,clicksieve_verdict,"));
    // Their own folder is no place for them.
    QCOMPARE(analyze({u"--cleaned"_s, m_folder.root(), one, two}).status, UnwritableOutput);
    QCOMPARE(readAll(one), kGood);
}

void TestCli::twoFilesOfOneNameAreNotMixed()
{
    QVERIFY(QDir(m_folder.root()).mkpath(u"a"_s) && QDir(m_folder.root()).mkpath(u"b"_s));
    const Run result = analyze({u"--cleaned"_s, m_folder.path(u"both"_s), m_folder.write(u"a/x.csv"_s, kGood),
                                m_folder.write(u"b/x.csv"_s, kGood)});
    QCOMPARE(result.status, UnwritableOutput);
    QVERIFY2(result.complaints.contains("x.csv"), result.complaints.constData());
}

void TestCli::formatsAreListed()
{
    const Run result = run({u"formats"_s});
    QCOMPARE(result.status, Done);
    QCOMPARE(result.complaints, QByteArray());
    const QDir folder(QStringLiteral(CLICKSIEVE_SOURCE_DIR "/resources/formats"));
    for (const QString &name : folder.entryList({u"*.json"_s}, QDir::Files)) {
        const QJsonDocument format = QJsonDocument::fromJson(readAll(folder.filePath(name)));
        for (const QString &key : {u"id"_s, u"title"_s})
            QVERIFY2(result.out.contains(format[key].toString().toUtf8()), qPrintable(name));
        for (const QJsonValue &sentence : format[u"cannotTell"_s].toArray())
            QVERIFY2(result.out.contains(sentence.toString().toUtf8()), qPrintable(name));
    }
}

void TestCli::twoRulesetsAreShownSideBySide()
{
    const Run text = analyze({u"--compare-with"_s, u"phishgrid-balanced"_s, kSample});
    QCOMPARE(text.status, Done);
    QVERIFY2(text.out.contains("From balanced "), text.out.constData());
    QVERIFY2(text.out.contains("to phishgrid-balanced 1: "), text.out.constData());
    QVERIFY2(text.out.contains("kb.hunto.ai"), text.out.constData());
    QVERIFY2(text.out.contains("Domains with the most events that change sides"), text.out.constData());
    const QJsonObject report =
        QJsonDocument::fromJson(analyze({u"--compare-with"_s, u"strict"_s, u"--json"_s, u"-"_s, kSample}).out)
            .object();
    QCOMPARE(report[u"ruleset"_s][u"name"_s].toString(), u"balanced"_s);
    const QJsonObject comparison = report[u"comparison"_s].toObject();
    QCOMPARE(comparison[u"ruleset"_s][u"name"_s].toString(), u"strict"_s);
    QCOMPARE(comparison[u"to_people"_s][u"clicks"_s].toInt(), 0);
    QVERIFY(comparison[u"to_machines"_s][u"opens"_s].toInt() > 0);
    const Run unknown = analyze({u"--compare-with"_s, u"nowhere"_s, kSample});
    QCOMPARE(unknown.status, WrongUsage);
    QVERIFY2(unknown.complaints.contains("marketo-proximity"), unknown.complaints.constData());
}

void TestCli::signalsAreListed()
{
    const QString file = QStringLiteral(CLICKSIEVE_SOURCE_DIR "/resources/rulesets/balanced.json");
    const Run shipped = run({u"signals"_s});
    QCOMPARE(shipped.status, Done);
    QCOMPARE(shipped.complaints, QByteArray());
    const QJsonDocument ruleset = QJsonDocument::fromJson(readAll(file));
    QVERIFY(!ruleset[u"signals"_s].toArray().isEmpty());
    for (const QJsonValue &signal : ruleset[u"signals"_s].toArray())
        QVERIFY2(shipped.out.contains(signal[u"id"_s].toString().toUtf8()),
                 qPrintable(signal[u"id"_s].toString()));
    QCOMPARE(run({u"signals"_s, u"--ruleset"_s, file}).out, shipped.out);
    QVERIFY(run({u"signals"_s, u"--ruleset"_s, u"strict"_s}).out.startsWith("strict, version "));
    const QByteArray published = run({u"signals"_s, u"--ruleset"_s, u"marketo-proximity"_s}).out;
    QVERIFY2(published.contains("Published by: Adobe Marketo Engage (nation.marketo.com"),
             published.constData());
}

void TestCli::helpAndVersionAreAnswers_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("word");
    QTest::newRow("--help") << QStringList{u"--help"_s} << QByteArray("clicksieve-cli analyze");
    QTest::newRow("-h") << QStringList{u"-h"_s} << QByteArray("Exit status");
    QTest::newRow("--version") << QStringList{u"--version"_s} << QByteArray(CLICKSIEVE_VERSION);
    QTest::newRow("analyze --help") << QStringList{u"analyze"_s, u"--help"_s} << QByteArray("--cleaned-mode");
    QTest::newRow("signals --help") << QStringList{u"signals"_s, u"--help"_s} << QByteArray("--ruleset");
}

void TestCli::helpAndVersionAreAnswers()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const QByteArray, word);
    const Run result = run(arguments);
    QCOMPARE(result.status, Done);
    QCOMPARE(result.complaints, QByteArray());
    QVERIFY2(result.out.contains(word), result.out.constData());
    QVERIFY2(!result.out.contains(QFileInfo(QStringLiteral(CLICKSIEVE_CLI)).path().toUtf8()),
             "the path of the program");
}

void TestCli::controlCharactersDoNotReachTheTerminal()
{
    const QString name = u"evil\u001b[2J\u0007.csv"_s;
    const QByteArray evil = "\x1b]0;owned\x07\x1b[31m\xc2\x9b"
                            "1m\xe2\x80\xae\x7f";
    const QByteArray row = ",a@\x1b[1mevil.example,\"" + evil + "\r\n\"\n";
    const QString file =
        m_folder.write(name, kHeader + "2026-03-10T09:00:00Z,sent" + row + "2026-03-10T09:00:00Z,click" + row
                                 + "2026-03-10T09:00:00Z,click" + row + evil + "\n");
    for (const Run &result : {analyze({file}), analyze({u"--format"_s, QString::fromUtf8(evil), file}),
                              analyze({file + name}), run({QString::fromUtf8(evil)})}) {
        const QString shown = QString::fromUtf8(result.out + result.complaints);
        QVERIFY(!shown.isEmpty());
        static const QRegularExpression control(u"[\\x{0}-\\x{9}\\x{b}-\\x{1f}\\x{7f}-\\x{9f}\\x{202e}]"_s);
        QVERIFY2(!control.match(shown).hasMatch(), qPrintable(shown));
    }
}

void TestCli::theSendTimeByHandCounts()
{
    const QString file =
        m_folder.write(u"opens.csv"_s, kHeader + "2026-03-10T09:00:01Z,open,a@b.example,c1\n");
    const auto latency = [&file](const QStringList &more) {
        const QJsonDocument report =
            QJsonDocument::fromJson(analyze(QStringList{u"--json"_s, u"-"_s, file} + more).out);
        for (const QJsonValue &signal : report[u"signals"_s].toArray()) {
            if (signal[u"id"_s].toString() == u"latency"_s)
                return signal[u"applicable"_s].toBool() ? u"used"_s : u"not used"_s;
        }
        return u"missing"_s;
    };
    QCOMPARE(latency({}), u"not used"_s);
    QCOMPARE(latency({u"--sent-at"_s, u"2026-03-10T09:00:00Z"_s}), u"used"_s);
    QCOMPARE(latency({u"--sent-at"_s, u"2026-03-10T10:00:00+01:00"_s}), u"used"_s);
}

void TestCli::aPipeIsReadLikeAFile()
{
    QProcess process;
    process.start(QStringLiteral(CLICKSIEVE_CLI), {u"analyze"_s, u"--verdicts"_s, u"-"_s, u"/dev/stdin"_s});
    QVERIFY(process.waitForStarted());
    process.write(kGood);
    process.closeWriteChannel();
    QVERIFY(process.waitForFinished(60'000));
    QCOMPARE(process.readAllStandardError(), QByteArray());
    QCOMPARE(process.exitCode(), 0);
    QCOMPARE(process.readAllStandardOutput().count('\n'), 2);
}

void TestCli::mailServersGiveFiguresByGateway()
{
    const QString servers = m_folder.write(u"mx.csv"_s, "domain,mx\ngmail.com,gmail-smtp-in.l.google.com\n"
                                                        "weststahl.example,mx0a-1.pphosted.com\n");
    const Run text = analyze({u"--mail-servers"_s, servers, kSample});
    QCOMPARE(text.status, Done);
    QVERIFY2(text.out.contains("the mail servers of 2 of "), text.out.constData());
    QVERIFY(!analyze({kSample}).out.contains("Who takes the mail in"));

    const auto reportOf = [](const Run &run) { return QJsonDocument::fromJson(run.out).object(); };
    const QJsonObject report =
        reportOf(analyze({u"--mail-servers"_s, servers, u"--json"_s, u"-"_s, kSample}));
    QCOMPARE(report[u"mail_servers"_s][u"domains_known"_s].toInt(), 2);
    const QJsonArray gateways = report[u"gateways"_s].toArray();
    QCOMPARE(gateways.size(), 3);
    QVERIFY(gateways[0][u"gateway"_s].isNull());
    QCOMPARE(gateways[0][u"kind"_s].toString(), u"unknown"_s);
    const QJsonObject without = reportOf(analyze({u"--json"_s, u"-"_s, kSample}));
    QVERIFY(without.contains(u"gateways"_s) && without[u"gateways"_s].isNull());

    const QString odd = m_folder.write(u"odd.csv"_s, "gmail.com,mx.google.com\nrubbish\n");
    const Run rejected = analyze({u"--mail-servers"_s, odd, kSample});
    QCOMPARE(rejected.status, SomeRowsRejected);
    QVERIFY2(rejected.complaints.contains("odd.csv: 1 of 2 rows could not be used"),
             rejected.complaints.constData());
    QCOMPARE(analyze({u"--mail-servers"_s, m_folder.path(u"missing.csv"_s), kSample}).status,
             UnreadableInput);
}

/// A device of that name would be replaced too, on which other programs count.
void TestCli::aPipeIsWrittenToAndStaysOne()
{
    const QByteArray pipe = m_folder.path(u"pipe"_s).toLocal8Bit();
    QCOMPARE(mkfifo(pipe.constData(), S_IRUSR | S_IWUSR), 0);
    const int end = ::open(pipe.constData(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    QVERIFY(end >= 0);
    const QString good = m_folder.write(u"small.csv"_s, kGood);
    QCOMPARE(analyze({u"--verdicts"_s, QString::fromLocal8Bit(pipe), good}).status, Done);
    QByteArray bytes(10'000, 0);
    const auto size = ::read(end, bytes.data(), static_cast<std::size_t>(bytes.size()));
    ::close(end);
    QVERIFY(size > 0);
    QVERIFY(bytes.startsWith("source,row,event"));
    struct stat now {};
    QCOMPARE(::stat(pipe.constData(), &now), 0);
    QVERIFY(S_ISFIFO(now.st_mode));
}

void TestCli::listsOfTheUserCount()
{
    const QString file = m_folder.write(
        u"lists.csv"_s, "time,event,email,campaign,url,ip\n2026-03-10T09:00:00Z,sent,a@b.example,c1,,\n"
                        "2026-03-10T19:00:00Z,click,a@b.example,c1,https://s.example/1,40.92.0.9\n"
                        "2026-03-11T19:00:00Z,click,a@b.example,c1,https://s.example/2,192.0.2.1\n");
    const auto machineClicks = [&](const QStringList &options) {
        const Run run = analyze(options + QStringList{u"--json"_s, u"-"_s, file});
        return QJsonDocument::fromJson(run.out)[u"campaigns"_s][0][u"machine"_s][u"clicks"_s].toInt(-1);
    };
    QCOMPARE(machineClicks({}), 1);
    const QString allow = m_folder.write(u"allow.txt"_s, "40.92.0.0/15\nrubbish\n");
    QCOMPARE(machineClicks({u"--allow"_s, allow}), 0);
    QCOMPARE(
        machineClicks({u"--honeypot"_s, u"https://s.example/2"_s, u"--honeypot"_s, u"https://x.example/"_s}),
        2);
    const Run text = analyze({u"--allow"_s, allow, u"--honeypot"_s, u"https://s.example/2"_s, file});
    QVERIFY2(text.complaints.contains("allow.txt, line 2"), text.complaints.constData());
    QVERIFY2(text.out.contains("1 opens and clicks come from addresses"), text.out.constData());
    QVERIFY(text.out.contains("1 clicks are on links that people cannot see."));
    QCOMPARE(analyze({u"--allow"_s, m_folder.path(u"missing"_s), file}).status, UnreadableInput);
}

/// At whatever moment it is killed, the old one or the new one is there, whole.
void TestCli::aKilledSaveLeavesTheWorkspaceAsItWas()
{
    const QString small = m_folder.write(u"killed/small.csv"_s, kGood);
    const QString workspace = m_folder.path(u"killed/w.clicksieve"_s);
    QCOMPARE(analyze({u"--save"_s, workspace, small}).status, Done);
    const QByteArray before = analyze({u"--json"_s, u"-"_s, small}).out;
    const QByteArray after = analyze({u"--json"_s, u"-"_s, kSample}).out;
    int killed = 0;
    for (int round = 0; round < 25; ++round) {
        QProcess saving;
        saving.start(kProgram, {u"analyze"_s, u"--save"_s, workspace, kSample});
        QVERIFY(saving.waitForStarted());
        saving.waitForFinished(2 + round * 4);
        saving.kill();
        saving.waitForFinished();
        killed += saving.exitStatus() == QProcess::CrashExit ? 1 : 0;
        const Run opening = analyze({u"--json"_s, u"-"_s, workspace});
        QCOMPARE(opening.status, Done);
        QVERIFY(opening.out == before || opening.out == after);
    }
    QVERIFY(killed > 0);
}

void TestCli::aWorkspaceIsSavedAndOpenedAgain()
{
    const QString source = m_folder.write(u"saved/spring.csv"_s, readAll(kSample));
    const QString workspace = m_folder.path(u"saved/spring.clicksieve"_s);
    const Run saving = analyze({u"--save"_s, workspace, u"--json"_s, u"-"_s, source});
    QCOMPARE(saving.complaints, QByteArray());
    QCOMPARE(saving.status, Done);
    QVERIFY(QFile::remove(source));

    const QString cleaned = m_folder.path(u"saved/people.csv"_s);
    const Run opening = analyze({u"--json"_s, u"-"_s, u"--cleaned"_s, cleaned, workspace});
    QCOMPARE(opening.complaints, QByteArray());
    QCOMPARE(opening.status, Done);
    QCOMPARE(opening.out, saving.out);
    QVERIFY(readAll(cleaned).startsWith(readAll(kSample).left(500)));

    QCOMPARE(analyze({u"--save"_s, workspace, workspace}).status, UnwritableOutput);
    m_folder.write(u"saved/spring.clicksieve"_s, readAll(workspace).left(50));
    const Run cutOff = analyze({workspace});
    QCOMPARE(cutOff.status, UnreadableInput);
    QVERIFY2(cutOff.complaints.contains("cut off"), cutOff.complaints.constData());
}

void TestCli::networksAreNamed()
{
    const QString file = m_folder.write(
        u"networks.csv"_s, "time,event,email,campaign,url,ip\n2026-03-10T09:00:00Z,sent,a@b.example,c1,,\n"
                           "2026-03-10T19:00:00Z,click,a@b.example,c1,https://s.example/1,40.92.0.9\n");
    const QString names = m_folder.write(
        u"asn.mmdb"_s, MmdbFile().add(0x285C0000, 15, 8075, "Some\x1b[31m Corporation").bytes());
    const Run run = analyze({u"--networks"_s, names, file});
    QCOMPARE(run.status, Done);
    QVERIFY2(run.out.contains("Corporation, AS8075"), run.out.constData());
    QVERIFY(!run.out.contains('\x1b'));
    QVERIFY(!analyze({file}).out.contains("Networks with"));
    const Run bad = analyze({u"--networks"_s, file, file});
    QCOMPARE(bad.status, UnreadableInput);
    QVERIFY2(bad.complaints.contains("is no file with names of networks"), bad.complaints.constData());
}

} // namespace

QTEST_GUILESS_MAIN(TestCli)

#include "tst_cli.moc"
