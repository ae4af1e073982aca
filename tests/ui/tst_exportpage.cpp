// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "campaignfile.h"
#include "core/jobs/jobcontext.h"
#include "ui/export/cleanedpanel.h"
#include "ui/export/exportpage.h"
#include "ui/export/tablespanel.h"
#include "ui/session/session.h"

#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
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
    void asksBeforeItReplaces();
    void refusesTheExportItselfAtOnce();
    void keepsTheFocusOnSave();
    void saysWhatTheModeDoes();
    void forgetsWhatWasSavedBefore();
    void offersSeveralSourcesToChooseFrom();
    void writesTables();
    void tablesHaveAHeaderForEachCell();

private:
    static void open(Session &session, const QString &path);
    static QByteArray read(const QString &path);
    static QPushButton *saveButton(const QWidget &page);
};

QPushButton *ExportPageTest::saveButton(const QWidget &page)
{
    for (QPushButton *button : page.findChildren<QPushButton *>()) {
        if (button->text() == u"Save"_s)
            return button;
    }
    return nullptr;
}

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

void ExportPageTest::asksBeforeItReplaces()
{
    const CampaignFile file({.campaigns = 1});
    Session session;
    ExportPage page(session);
    page.show();
    open(session, file.path());
    auto *panel = page.findChild<CleanedPanel *>();
    const QString path = file.in(u"there.csv"_s);
    QFile there(path);
    QVERIFY(there.open(QIODevice::WriteOnly) && there.write("mine") == 4);
    there.close();
    panel->setOutputPath(path);
    QSignalSpy finished(panel, &CleanedPanel::finished);

    saveButton(page)->click();
    auto *box = page.findChild<QMessageBox *>();
    QVERIFY(box != nullptr);
    QVERIFY2(box->text().contains(u"“there.csv”"_s), qPrintable(box->text()));
    QCOMPARE(box->defaultButton(), box->button(QMessageBox::Cancel));
    box->defaultButton()->click();
    QCOMPARE(read(path), QByteArray("mine"));

    QTRY_VERIFY(page.findChild<QMessageBox *>() == nullptr);
    saveButton(page)->click();
    box = page.findChild<QMessageBox *>();
    for (QAbstractButton *button : box->buttons()) {
        if (button->text().remove(u'&') == u"Replace"_s)
            button->click();
    }
    QTRY_COMPARE(finished.count(), 1);
    QVERIFY(finished.front()[0].toBool());
    QVERIFY(read(path) != QByteArray("mine"));
}

void ExportPageTest::refusesTheExportItselfAtOnce()
{
    const CampaignFile file({.campaigns = 1});
    Session session;
    ExportPage page(session);
    page.show();
    open(session, file.path());
    auto *panel = page.findChild<CleanedPanel *>();
    panel->setOutputPath(file.path());
    QSignalSpy finished(panel, &CleanedPanel::finished);
    saveButton(page)->click();
    QVERIFY(page.findChild<QMessageBox *>() == nullptr);
    QTRY_COMPARE(finished.count(), 1);
    QVERIFY(finished.front()[1].toString().contains(u"is the export itself"_s));
    QCOMPARE(read(file.path()), file.text());
}

void ExportPageTest::keepsTheFocusOnSave()
{
    const CampaignFile file({.campaigns = 1});
    Session session;
    ExportPage page(session);
    page.show();
    open(session, file.path());
    auto *panel = page.findChild<CleanedPanel *>();
    QSignalSpy finished(panel, &CleanedPanel::finished);
    for (const QString &name : {u"good.csv"_s, u"no such folder/bad.csv"_s}) {
        finished.clear();
        panel->setOutputPath(file.in(name));
        saveButton(page)->setFocus();
        saveButton(page)->click();
        QTRY_COMPARE(finished.count(), 1);
        QCOMPARE(page.focusWidget(), static_cast<QWidget *>(saveButton(page)));
    }
}

void ExportPageTest::saysWhatTheModeDoes()
{
    const CampaignFile file({.campaigns = 1});
    Session session;
    ExportPage page(session);
    page.show();
    open(session, file.path());
    auto *panel = page.findChild<CleanedPanel *>();
    const auto says = [&](const QString &part) {
        const auto labels = panel->findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(),
                           [&](const QLabel *label) { return label->text().contains(part); });
    };
    QVERIFY(says(u"the same to the byte"_s));
    panel->setMode(CleanedMode::Annotate);
    QVERIFY(!says(u"without the machines"_s));
    QVERIFY(says(u"with every row in the same order"_s));
}

void ExportPageTest::forgetsWhatWasSavedBefore()
{
    const CampaignFile file({.campaigns = 1});
    const CampaignFile other({.campaigns = 1}, u"other.csv"_s);
    Session session;
    ExportPage page(session);
    page.show();
    open(session, file.path());
    auto *panel = page.findChild<CleanedPanel *>();
    auto *tables = page.findChild<TablesPanel *>();
    QSignalSpy cleaned(panel, &CleanedPanel::finished);
    QSignalSpy figures(tables, &TablesPanel::finished);
    panel->save();
    tables->save(FiguresBy::Domain, file.in(u"domains.csv"_s));
    QTRY_VERIFY(cleaned.count() == 1 && figures.count() == 1);
    const auto saved = [&page] {
        int count = 0;
        for (const QLabel *label : page.findChildren<QLabel *>())
            count += label->isVisible() && label->text().startsWith(u"Saved "_s) ? 1 : 0;
        return count;
    };
    QCOMPARE(saved(), 2);
    open(session, other.path());
    QCOMPARE(saved(), 0);
}

void ExportPageTest::offersSeveralSourcesToChooseFrom()
{
    const CampaignFile one({.campaigns = 1});
    const CampaignFile other({.campaigns = 1}, u"other.csv"_s);
    Session session;
    ExportPage page(session);
    page.resize(900, 600);
    page.show();
    open(session, one.path());
    QTRY_VERIFY(page.isUpToDate());
    const auto shown = [&page] {
        QStringList names;
        for (const QComboBox *box : page.findChildren<QComboBox *>()) {
            for (int entry = 0; box->isVisible() && entry < box->count(); ++entry)
                names << box->itemText(entry).section(u' ', 0, 0);
        }
        return names;
    };
    QVERIFY(!shown().contains(u"spring.csv"_s));
    QSignalSpy changed(&session, &Session::analysisChanged);
    AnalysisRequest both;
    both.files = {one.path(), other.path()};
    session.open(both);
    QTRY_COMPARE_WITH_TIMEOUT(changed.count(), 1, 30'000);
    QTRY_VERIFY(page.isUpToDate());
    page.resize(1'200, 700);
    QCoreApplication::processEvents();
    QVERIFY(shown().contains(u"spring.csv"_s) && shown().contains(u"other.csv"_s));
    page.grab();
    open(session, one.path());
    QTRY_VERIFY(page.isUpToDate());
    page.grab();
    QVERIFY(!shown().contains(u"other.csv"_s));
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
