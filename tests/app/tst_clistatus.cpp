// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/clirun.h"
#include "support/testfolder.h"

#include <QFileInfo>
#include <QJsonDocument>
#include <QTest>

using namespace clicksieve::tests;
using namespace Qt::StringLiterals;

namespace {

/// The exit status and the message for each cause.
class TestCliStatus : public QObject {
    Q_OBJECT

private slots:
    void inputsThatCannotBeReadAreStatus3_data();
    void inputsThatCannotBeReadAreStatus3();
    void oneBadFileAmongGoodOnesIsNamed();
    void aFileThatIsOneEndlessLineIsRefusedSoon_data();
    void aFileThatIsOneEndlessLineIsRefusedSoon();
    void aHeaderAloneIsDoneWithAWarning();
    void aFileCutInAQuotedCellNamesTheRow();
    void wrongUsageIsStatus2_data();
    void wrongUsageIsStatus2();
    void unwritableOutputsAreStatus4_data();
    void unwritableOutputsAreStatus4();
    void noOutputOverwritesAnInput_data();
    void noOutputOverwritesAnInput();
    void aFullDeviceIsStatus4();

private:
    TestFolder m_folder;
};

void TestCliStatus::inputsThatCannotBeReadAreStatus3_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("word");
    QTest::newRow("empty") << m_folder.write(u"empty.csv"_s, {}) << QByteArray("is empty");
    QTest::newRow("binary") << m_folder.write(u"binary.csv"_s, QByteArray("\x7f"
                                                                          "ELF\0\1\2\0",
                                                                          8))
                            << QByteArray("no text file");
    QTest::newRow("gzip") << m_folder.write(u"packed.csv"_s, "\x1f\x8b\x08") << QByteArray("cut off");
    m_folder.write(u"folder/letter.txt"_s, "Dear reader,\n");
    m_folder.write(u"folder/list.txt"_s, "name\nx\n");
    QTest::newRow("folder") << m_folder.path(u"folder"_s) << QByteArray("none of the");
    QTest::newRow("missing") << m_folder.path(u"nowhere.csv"_s) << QByteArray("no such file");
    QTest::newRow("other columns") << m_folder.write(u"people.csv"_s, "name,age\nx,1\n")
                                   << QByteArray("name, age");
    QTest::newRow("ambiguous dates") << m_folder.write(
        u"dates.csv"_s, "time,event,email\n03/04/2026 09:00,open,a@b.example\n")
                                     << QByteArray("more than one way");
}

void TestCliStatus::inputsThatCannotBeReadAreStatus3()
{
    QFETCH(const QString, file);
    QFETCH(const QByteArray, word);
    const Run result = analyze({u"--json"_s, u"-"_s, file});
    QCOMPARE(result.status, UnreadableInput);
    QCOMPARE(result.out, QByteArray());
    QVERIFY2(result.complaints.startsWith("clicksieve-cli: "), result.complaints.constData());
    QVERIFY2(result.complaints.contains(word), result.complaints.constData());
    QVERIFY2(result.complaints.contains(file.toUtf8()), result.complaints.constData());
    QCOMPARE(result.complaints.count('\n'), 1);
}

void TestCliStatus::oneBadFileAmongGoodOnesIsNamed()
{
    const QString good = m_folder.write(u"good.csv"_s, kGood);
    const Run result =
        analyze({good, m_folder.path(u"nowhere.csv"_s), u"--json"_s, m_folder.path(u"out.json"_s)});
    QCOMPARE(result.status, UnreadableInput);
    QVERIFY(result.complaints.contains("nowhere.csv"));
    QVERIFY(!QFileInfo::exists(m_folder.path(u"out.json"_s)));
}

void TestCliStatus::aFileThatIsOneEndlessLineIsRefusedSoon_data()
{
    QTest::addColumn<QByteArray>("start");
    QTest::addColumn<bool>("sparse");
    QTest::addColumn<int>("status");
    QTest::newRow("letters") << QByteArray() << false << static_cast<int>(UnreadableInput);
    QTest::newRow("zeros") << QByteArray() << true << static_cast<int>(UnreadableInput);
    QTest::newRow("letters behind good rows") << kGood << false << static_cast<int>(SomeRowsRejected);
    QTest::newRow("letters in a quote") << kGood + "\"" << false << static_cast<int>(SomeRowsRejected);
}

void TestCliStatus::aFileThatIsOneEndlessLineIsRefusedSoon()
{
    QFETCH(const QByteArray, start);
    QFETCH(const bool, sparse);
    QFETCH(const int, status);
    constexpr qint64 kGigabyte = 1'000'000'000;
    QFile file(m_folder.path(u"endless.csv"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(start), start.size());
    const QByteArray letters(10'000'000, 'a');
    while (!sparse && file.size() < kGigabyte)
        QCOMPARE(file.write(letters), letters.size());
    QVERIFY(!sparse || file.resize(kGigabyte));
    file.close();

    const Run result = analyze({file.fileName()});
    QVERIFY(file.remove());
    QCOMPARE(result.status, status);
    QVERIFY2(result.complaints.contains("endless.csv: "), result.complaints.constData());
    QVERIFY2(result.complaints.contains(status == SomeRowsRejected ? "row 3"
                                        : sparse                   ? "no text file"
                                                                   : "longer than a megabyte"),
             result.complaints.constData());
    QVERIFY(result.complaints.size() < 1'000);
}

/// An export of a mail that nobody opened is no failure, but worth a word.
void TestCliStatus::aHeaderAloneIsDoneWithAWarning()
{
    for (const QByteArray &text : {kHeader, kHeader.trimmed()}) {
        const Run result = analyze({m_folder.write(u"header.csv"_s, text)});
        QCOMPARE(result.status, Done);
        QVERIFY2(result.complaints.contains("header.csv: it has a header but no rows"),
                 result.complaints.constData());
        QVERIFY2(result.out.contains("0 of 0 clicks"), result.out.constData());
        QVERIFY(!result.out.contains("nan") && !result.out.contains("inf"));
        const Run json = analyze({m_folder.path(u"header.csv"_s), u"--json"_s, u"-"_s});
        QCOMPARE(QJsonDocument::fromJson(json.out)[u"sources"_s][0][u"rows"_s].toInt(-1), 0);
    }
}

void TestCliStatus::aFileCutInAQuotedCellNamesTheRow()
{
    const Run result = analyze(
        {m_folder.write(u"cut.csv"_s, kGood + "2026-03-10T11:00:00Z,click,a@b.example,\"spring off")});
    QCOMPARE(result.status, SomeRowsRejected);
    QVERIFY2(result.complaints.contains("cut.csv: 1 of 3 rows"), result.complaints.constData());
    QVERIFY2(result.complaints.contains("row 3"), result.complaints.constData());
    QVERIFY2(result.complaints.contains("quote"), result.complaints.constData());
    QVERIFY(result.out.contains("0 of 0 clicks"));
}

void TestCliStatus::wrongUsageIsStatus2_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("word");
    const QString good = m_folder.write(u"good.csv"_s, kGood);
    const auto row = [&good](const char *name, const QStringList &options, const char *word) {
        QTest::newRow(name) << QStringList{u"analyze"_s} + options + QStringList{good} << QByteArray(word);
    };
    QTest::newRow("nothing") << QStringList() << QByteArray("analyze, plan, weblog, formats or signals");
    QTest::newRow("unknown command") << QStringList{u"dance"_s} << QByteArray("\"dance\"");
    QTest::newRow("no file") << QStringList{u"analyze"_s} << QByteArray("file");
    row("unknown option", {u"--dance"_s}, "dance");
    row("unknown format", {u"--format"_s, u"no-such"_s}, "no-such");
    row("unknown zone", {u"--time-zone"_s, u"Mars/Olympus"_s}, "Mars/Olympus");
    row("unknown ruleset", {u"--ruleset"_s, u"no-such"_s}, "no-such");
    row("send time", {u"--sent-at"_s, u"yesterday"_s}, "--sent-at");
    row("empty send time", {u"--sent-at"_s, QString()}, "--sent-at");
    row("cleaned mode", {u"--cleaned-mode"_s, u"wash"_s}, "--cleaned-mode");
    row("no threads", {u"--threads"_s, u"0"_s}, "--threads");
    row("threads that are no number", {u"--threads"_s, u"many"_s}, "--threads");
    row("two to standard output", {u"--json"_s, u"-"_s, u"--verdicts"_s, u"-"_s}, "standard output");
    row("cleaned to standard output", {u"--cleaned"_s, u"-"_s}, "--cleaned");
    QTest::newRow("option of formats") << QStringList{u"formats"_s, u"--dance"_s} << QByteArray("dance");
    QTest::newRow("ruleset of signals")
        << QStringList{u"signals"_s, u"--ruleset"_s, u"no-such"_s} << QByteArray("no-such");
}

void TestCliStatus::wrongUsageIsStatus2()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const QByteArray, word);
    const Run result = run(arguments);
    QCOMPARE(result.status, WrongUsage);
    QCOMPARE(result.out, QByteArray());
    QVERIFY2(result.complaints.startsWith("clicksieve-cli: "), result.complaints.constData());
    QVERIFY2(result.complaints.contains(word), result.complaints.constData());
}

void TestCliStatus::unwritableOutputsAreStatus4_data()
{
    QTest::addColumn<QString>("option");
    for (const char *option : {"--json", "--verdicts", "--cleaned"})
        QTest::newRow(option) << QString::fromLatin1(option);
}

void TestCliStatus::unwritableOutputsAreStatus4()
{
    QFETCH(const QString, option);
    const QString good = m_folder.write(u"good.csv"_s, kGood);
    for (const QString &target : {m_folder.path(u"no/such/folder/out"_s), good + u"/out"_s}) {
        const Run result = analyze({option, target, good});
        QCOMPARE(result.status, UnwritableOutput);
        QVERIFY2(result.complaints.contains(target.toUtf8()), result.complaints.constData());
        QCOMPARE(result.out, QByteArray());
    }
    QVERIFY(!QFileInfo::exists(m_folder.path(u"no"_s)));
    QCOMPARE(readAll(good), kGood);
}

void TestCliStatus::noOutputOverwritesAnInput_data()
{
    unwritableOutputsAreStatus4_data();
}

void TestCliStatus::noOutputOverwritesAnInput()
{
    QFETCH(const QString, option);
    const QString good = m_folder.write(u"good.csv"_s, kGood);
    const Run result = analyze({option, m_folder.path(u"./good.csv"_s), good});
    QCOMPARE(result.status, UnwritableOutput);
    QVERIFY2(result.complaints.contains("good.csv"), result.complaints.constData());
    QCOMPARE(readAll(good), kGood);
}

/// What was written to a full disk must not look like a success.
void TestCliStatus::aFullDeviceIsStatus4()
{
    if (!QFileInfo::exists(u"/dev/full"_s))
        QSKIP("there is no /dev/full here");
    for (const QString &option : {u"--json"_s, u"--verdicts"_s}) {
        const Run result = run({u"analyze"_s, option, u"-"_s, kSample}, u"/dev/full"_s);
        QCOMPARE(result.status, UnwritableOutput);
        QVERIFY(!result.complaints.isEmpty());
    }
}

} // namespace

QTEST_GUILESS_MAIN(TestCliStatus)

#include "tst_clistatus.moc"
