// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/clirun.h"
#include "support/testfolder.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace clicksieve::tests;
using namespace Qt::StringLiterals;

namespace {

const QByteArray kActivity = "Date,Email Address,Sender,Subject,Status,Tags,Opens,Clicks,Bounce Detail\n"
                             "2026-03-10,a@b.example,s@s.example,Spring \x1b[31moffer,sent,,2,1,\n"
                             "2026-03-10,b@b.example,s@s.example,Spring \x1b[31moffer,sent,,1,0,\n"
                             "2026-03-10,c@b.example,s@s.example,Spring \x1b[31moffer,sent,,0,0,\n";

class TestCliTotals : public QObject {
    Q_OBJECT

private slots:
    void totalsAloneGiveReportedRatesAndTheSentence();
    void eventsAndTotalsStandApart();
    void totalsAreNotCleaned();
    void formatsSayWhichAreTotals();

private:
    TestFolder m_folder;
};

void TestCliTotals::totalsAloneGiveReportedRatesAndTheSentence()
{
    const QString file = m_folder.write(u"activity.csv"_s, kActivity);
    const Run result = analyze({file});
    QCOMPARE(result.status, Done);
    QCOMPARE(result.complaints, QByteArray());
    for (const char *word :
         {"3 rows", "Totals as reported", "66.7 %", "33.3 %", "50.0 %", "unknown",
          "This export has no event times, so scanners cannot be told apart. Ask Mandrill for"})
        QVERIFY2(result.out.contains(word), word);
    QVERIFY2(!result.out.contains("made by machines"), result.out.constData());
    QVERIFY(!result.out.contains("could not be judged"));
    QVERIFY(!result.out.contains('\x1b'));

    const Run json = analyze({u"--json"_s, u"-"_s, file});
    QCOMPARE(json.status, Done);
    const QJsonObject report = QJsonDocument::fromJson(json.out).object();
    const QJsonObject campaign = report[u"totals"_s][0].toObject();
    QCOMPARE(campaign[u"sent"_s].toInt(), 3);
    QCOMPARE(campaign[u"raw"_s][u"ctor"_s].toDouble(), 0.5);
    QVERIFY(campaign.contains(u"adjusted"_s) && campaign[u"adjusted"_s].isNull());
}

void TestCliTotals::eventsAndTotalsStandApart()
{
    const QString totals = m_folder.write(u"beside/activity.csv"_s, kActivity);
    const QString events = m_folder.write(u"beside/events.csv"_s, kGood);
    const Run result = analyze({totals, events});
    QCOMPARE(result.status, Done);
    QVERIFY2(result.out.contains("0 of 1 opens"), result.out.constData());
    QVERIFY(result.out.contains("Totals as reported"));
}

void TestCliTotals::totalsAreNotCleaned()
{
    const QString totals = m_folder.write(u"clean/activity.csv"_s, kActivity);
    const Run alone = analyze({u"--cleaned"_s, m_folder.path(u"people.csv"_s), totals});
    QCOMPARE(alone.status, WrongUsage);
    QVERIFY2(alone.complaints.contains("cannot be cleaned"), alone.complaints.constData());
    QVERIFY(!QFile::exists(m_folder.path(u"people.csv"_s)));

    const QString events = m_folder.write(u"clean/events.csv"_s, kGood);
    const Run both = analyze({u"--cleaned"_s, m_folder.path(u"people"_s), totals, events});
    QCOMPARE(both.status, Done);
    QVERIFY(both.complaints.contains("activity.csv cannot be cleaned"));
    QCOMPARE(QDir(m_folder.path(u"people"_s)).entryList(QDir::Files), QStringList{u"events.csv"_s});
}

void TestCliTotals::formatsSayWhichAreTotals()
{
    const QByteArrayList lines = run({u"formats"_s}).out.split('\n');
    const auto line = std::find_if(lines.begin(), lines.end(), [](const QByteArray &text) {
        return text.trimmed().startsWith("mandrill-activity");
    });
    QVERIFY(line != lines.end());
    QVERIFY2(line->contains("table of totals"), line->constData());
}

} // namespace

QTEST_GUILESS_MAIN(TestCliTotals)

#include "tst_clitotals.moc"
