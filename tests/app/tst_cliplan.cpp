// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/clirun.h"
#include "support/testfolder.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

using namespace clicksieve::tests;
using namespace Qt::StringLiterals;

namespace {

const QStringList kList{u"--recipients"_s, u"50000"_s, u"--background"_s, u"5"_s};

class TestCliPlan : public QObject {
    Q_OBJECT

private slots:
    void aPlanIsToldInWords();
    void withoutCapacityItSaysWhatIsMissing();
    void workersAndTimeAreACapacity();
    void theJsonHasTheSameFigures();
    void everyKeyStandsInTheManual();
    void anExportIsMeasured();
    void aListIsDealtOut();
    void wrongNumbersAreRefused_data();
    void wrongNumbersAreRefused();

private:
    [[nodiscard]] static Run plan(const QStringList &arguments)
    {
        return run(QStringList{u"plan"_s} + arguments);
    }
    [[nodiscard]] static QJsonObject json(const QStringList &arguments)
    {
        const Run result = plan(arguments + QStringList{u"--json"_s, u"-"_s});
        return QJsonDocument::fromJson(result.out).object();
    }
};

void TestCliPlan::aPlanIsToldInWords()
{
    const Run result = plan(kList + QStringList{u"--capacity"_s, u"60"_s, u"--batches"_s, u"10"_s});
    QCOMPARE(result.complaints, QByteArray());
    QCOMPARE(result.status, Done);
    for (const char *words :
         {"50,000 mails, delivered at 370 a second", "assumed: 8 links, 20 % of the mails scanned",
          "566 expected at the peak", "In 10 batches, one every 10 min", "166 expected at the peak",
          "at most 42 of its 60 requests a second", "Or no batches at all", "at random"})
        QVERIFY2(result.out.contains(words), words);
}

void TestCliPlan::withoutCapacityItSaysWhatIsMissing()
{
    const Run result = plan(kList);
    QCOMPARE(result.status, Done);
    QVERIFY(result.out.contains("566 expected at the peak"));
    QVERIFY(result.out.contains("Say how many requests a second the site bears"));
    QVERIFY(!result.out.contains("How to send"));
}

void TestCliPlan::workersAndTimeAreACapacity()
{
    QCOMPARE(json(kList + QStringList{u"--workers"_s, u"12"_s, u"--page-ms"_s, u"200"_s})[u"capacity"_s]
                 .toDouble(),
             60.0);
    QVERIFY(json(kList)[u"capacity"_s].isNull());
}

void TestCliPlan::theJsonHasTheSameFigures()
{
    const QJsonObject plan = json(kList + QStringList{u"--capacity"_s, u"60"_s});
    QCOMPARE(qRound(plan[u"at_once"_s][u"expected_peak_rate"_s].toDouble() * 10), 5'659);
    QCOMPARE(qRound(plan[u"at_once"_s][u"longest_wait"_s].toDouble() * 10), 12'188);
    QCOMPARE(plan[u"planned_fits"_s], QJsonValue(false));
    QCOMPARE(plan[u"scanners"_s][u"is_measured"_s], QJsonValue(false));
    QVERIFY(plan[u"fewest_batches"_s].toArray().size() > 3);
    for (const QJsonValue &advice : plan[u"fewest_batches"_s].toArray())
        QVERIFY(advice[u"forecast"_s][u"expected_peak_rate"_s].toDouble() <= 42);
    QVERIFY(plan[u"slow_enough_rate"_s].toDouble() > 10);
}

void keysOf(const QJsonObject &object, QStringList &keys)
{
    for (const QString &key : object.keys()) {
        keys << key;
        keysOf(object[key].toObject(), keys);
        for (const QJsonValue &value : object[key].toArray())
            keysOf(value.toObject(), keys);
    }
}

void TestCliPlan::everyKeyStandsInTheManual()
{
    const QString manual =
        QString::fromUtf8(readAll(QStringLiteral(CLICKSIEVE_SOURCE_DIR "/packaging/linux/clicksieve-cli.1")))
            .section(u".SS Plan"_s, 1)
            .section(u".SH EXIT STATUS"_s, 0, 0)
            .remove(u'\\');
    static const QRegularExpression notWord(u"[^a-z0-9_-]+"_s);
    const QStringList words = manual.split(notWord, Qt::SkipEmptyParts);
    QStringList keys;
    keysOf(json(kList + QStringList{u"--capacity"_s, u"60"_s}), keys);
    keys.removeDuplicates();
    QVERIFY(keys.size() > 20);
    for (const QString &key : keys)
        QVERIFY2(words.contains(key), qPrintable(key));
}

void TestCliPlan::anExportIsMeasured()
{
    const QJsonObject plan = json({kSample});
    QVERIFY(plan[u"recipients"_s].toDouble() > 4'000);
    QCOMPARE(plan[u"scanners"_s][u"is_measured"_s], QJsonValue(true));
    QVERIFY(plan[u"scanners"_s][u"together"_s].toDouble() > 1.5); // whole mails at once
    QCOMPARE(json({kSample, u"--recipients"_s, u"100000"_s})[u"recipients"_s].toDouble(), 100'000.0);
    const Run words = TestCliPlan::plan({kSample});
    QVERIFY(words.out.contains("clicks of machines)"));
}

void TestCliPlan::aListIsDealtOut()
{
    const TestFolder folder;
    QByteArray list("email\n");
    for (int person = 0; person < 60; ++person)
        list += "p" + QByteArray::number(person) + "@d" + QByteArray::number(person % 6) + ".example\n";
    const Run result = plan({u"--list"_s, folder.write(u"list.csv"_s, list), u"--batches"_s, u"5"_s,
                             u"--write-batches"_s, folder.path(u"out"_s)});
    QCOMPARE(result.complaints, QByteArray());
    QVERIFY(result.out.contains("5 batches are written to "));
    QVERIFY(result.out.contains("\n60 mails, delivered"));
    QCOMPARE(readAll(folder.path(u"out/batch-05.csv"_s)).count("@d3.example"), 2);
}

void TestCliPlan::wrongNumbersAreRefused_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("says");
    QTest::newRow("no list") << QStringList() << QByteArray("--recipients");
    QTest::newRow("no number") << QStringList{u"--recipients"_s, u"many"_s}
                               << QByteArray("--recipients must be");
    QTest::newRow("no one") << QStringList{u"--recipients"_s, u"0"_s} << QByteArray("--recipients must be");
    QTest::newRow("list alone") << kList + QStringList{u"--list"_s, u"x.csv"_s}
                                << QByteArray("belong together");
    QTest::newRow("percent") << kList + QStringList{u"--scanned"_s, u"120"_s}
                             << QByteArray("--scanned must be a number from 0 to 100.");
    QTest::newRow("workers alone") << kList + QStringList{u"--workers"_s, u"4"_s}
                                   << QByteArray("belong together");
}

void TestCliPlan::wrongNumbersAreRefused()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, says);
    const Run result = plan(arguments);
    QCOMPARE(result.status, WrongUsage);
    QVERIFY2(result.complaints.contains(says), result.complaints.constData());
    QCOMPARE(result.out, QByteArray());
}

} // namespace

QTEST_GUILESS_MAIN(TestCliPlan)
#include "tst_cliplan.moc"
