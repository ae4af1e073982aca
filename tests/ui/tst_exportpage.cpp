// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "campaignfile.h"
#include "core/jobs/jobcontext.h"
#include "ui/export/cleanedpanel.h"
#include "ui/export/exportpage.h"
#include "ui/export/tablespanel.h"
#include "ui/session/session.h"

#include <QFile>
#include <QLabel>
#include <QSignalSpy>
#include <QTest>

using namespace clicksieve;
using namespace Qt::StringLiterals;

class ExportPageTest : public QObject {
    Q_OBJECT

private slots:
    void previewsWhatWouldComeOut();
    void proposesANameBesideTheSource();
    void writesTheCleanedFile();
    void writesTheJudgedFile();
    void saysWhyItCannotWrite();
    void writesTables();
    void tablesHaveAHeaderForEachCell();

private:
    static void open(Session &session, const QString &path);
    static QByteArray read(const QString &path);
};

void ExportPageTest::open(Session &session, const QString &path)
{
    QSignalSpy changed(&session, &Session::analysisChanged);
    AnalysisRequest request;
    request.files = {path};
    session.open(request);
    QTRY_COMPARE_WITH_TIMEOUT(changed.count(), 1, 30'000);
}

QByteArray ExportPageTest::read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void ExportPageTest::previewsWhatWouldComeOut()
{
    const CampaignFile file({.campaigns = 1});
    Session session;
    ExportPage page(session);
    page.resize(1000, 700);
    page.show();
    open(session, file.path());
    QTRY_VERIFY(page.isUpToDate());
    bool found = false;
    const auto labels = page.findChildren<QLabel *>();
    for (const QLabel *label : labels)
        found = found || label->text() == u"140 of 240 rows; 100 left out"_s;
    QVERIFY(found);
    page.grab();
}

void ExportPageTest::proposesANameBesideTheSource()
{
    const CampaignFile file({});
    Session session;
    ExportPage page(session);
    page.show();
    open(session, file.path());
    auto *panel = page.findChild<CleanedPanel *>();
    QCOMPARE(panel->outputPath(), file.in(u"spring-people.csv"_s));
    panel->setMode(CleanedMode::Annotate);
    QCOMPARE(panel->outputPath(), file.in(u"spring-judged.csv"_s));
    panel->setOutputPath(file.in(u"mine.csv"_s));
    panel->setMode(CleanedMode::Drop);
    QCOMPARE(panel->outputPath(), file.in(u"mine.csv"_s));
}

void ExportPageTest::writesTheCleanedFile()
{
    const CampaignFile file({.campaigns = 1});
    Session session;
    ExportPage page(session);
    page.show();
    open(session, file.path());
    auto *panel = page.findChild<CleanedPanel *>();
    QSignalSpy finished(panel, &CleanedPanel::finished);
    panel->save();
    QTRY_COMPARE(finished.count(), 1);
    QVERIFY2(finished.front()[0].toBool(), qPrintable(finished.front()[1].toString()));

    const QByteArray cleaned = read(panel->outputPath());
    QVERIFY(!cleaned.contains("python-requests"));
    QCOMPARE(cleaned.count('\n'), 141);
    for (const QByteArray &row : cleaned.split('\n'))
        QVERIFY(file.text().contains(row));
}

void ExportPageTest::writesTheJudgedFile()
{
    const CampaignFile file({.campaigns = 1});
    Session session;
    ExportPage page(session);
    page.show();
    open(session, file.path());
    auto *panel = page.findChild<CleanedPanel *>();
    panel->setMode(CleanedMode::Annotate);
    QSignalSpy finished(panel, &CleanedPanel::finished);
    panel->save();
    QTRY_COMPARE(finished.count(), 1);
    const QByteArray judged = read(panel->outputPath());
    QCOMPARE(judged.count('\n'), file.text().count('\n'));
    QVERIFY(
        judged.startsWith("time,event,email,campaign,campaign_name,url,ip,user_agent,clicksieve_verdict,"));
}

void ExportPageTest::saysWhyItCannotWrite()
{
    const CampaignFile file({});
    Session session;
    ExportPage page(session);
    page.show();
    open(session, file.path());
    auto *panel = page.findChild<CleanedPanel *>();
    panel->setOutputPath(file.in(u"no such folder/out.csv"_s));
    QSignalSpy finished(panel, &CleanedPanel::finished);
    panel->save();
    QTRY_COMPARE(finished.count(), 1);
    QVERIFY(!finished.front()[0].toBool());
    QVERIFY(finished.front()[1].toString().contains(u"out.csv"_s));
}

void ExportPageTest::writesTables()
{
    const CampaignFile file({});
    Session session;
    ExportPage page(session);
    page.show();
    open(session, file.path());
    auto *tables = page.findChild<TablesPanel *>();
    QSignalSpy finished(tables, &TablesPanel::finished);
    tables->save(FiguresBy::Domain, file.in(u"domains.csv"_s));
    QTRY_COMPARE(finished.count(), 1);
    QVERIFY2(finished.front()[0].toBool(), qPrintable(finished.front()[1].toString()));
    const QByteArray csv = read(file.in(u"domains.csv"_s));
    QVERIFY(csv.contains("domain,sent,delivered"));
    QCOMPARE(csv.count('\n'), 3);
    QVERIFY(csv.contains("company.dk,40,40,"));
}

void ExportPageTest::tablesHaveAHeaderForEachCell()
{
    const CampaignFile file({});
    Session session;
    open(session, file.path());
    JobContext context;
    for (const auto by : {FiguresBy::Campaign, FiguresBy::Domain, FiguresBy::Link}) {
        GroupFigures group;
        const QStringList row = figuresRow(by, *session.analysis().table, group);
        QCOMPARE(row.size(), figuresHeader(by).size());
        QVERIFY(row.contains(u"–"_s)); // sent is not known in an empty group
    }
}

QTEST_MAIN(ExportPageTest)
#include "tst_exportpage.moc"
