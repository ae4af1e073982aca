// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "campaignfile.h"
#include "support/testfolder.h"
#include "ui/export/exportpage.h"
#include "ui/overview/figurecard.h"
#include "ui/overview/overviewpage.h"
#include "ui/overview/totalspanel.h"
#include "ui/session/session.h"
#include "ui/shell/eventscurtain.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/statusline.h"

#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace clicksieve;
using namespace clicksieve::tests;
using namespace Qt::StringLiterals;

class TotalsPanelTest : public QObject {
    Q_OBJECT

private slots:
    void totalsAloneShowNoZeros();
    void totalsStandBesideEvents();
    void whyExplains();
    void campaignsAreListed();
    void otherPagesSayWhatTheyNeed();
    void theCurtainGoesWithTheTotals();
    void cleaningIsNotOffered();

private:
    static void open(Session &session, const QStringList &files);
    static QStringList visibleTexts(const QWidget &page);
    QString activity(const QStringList &subjects = {u"Spring <b>offer</b>"_s});

    TestFolder m_folder;
};

void TotalsPanelTest::open(Session &session, const QStringList &files)
{
    QSignalSpy changed(&session, &Session::analysisChanged);
    AnalysisRequest request;
    request.files = files;
    session.open(request);
    QTRY_COMPARE_WITH_TIMEOUT(changed.count(), 1, 30'000);
}

QStringList TotalsPanelTest::visibleTexts(const QWidget &page)
{
    QStringList texts;
    for (const QLabel *label : page.findChildren<QLabel *>()) {
        if (label->isVisible())
            texts += label->text();
    }
    return texts;
}

/// Of each subject: three sent, two opened, one clicked.
QString TotalsPanelTest::activity(const QStringList &subjects)
{
    QByteArray text = "Date,Email Address,Sender,Subject,Status,Tags,Opens,Clicks,Bounce Detail\n";
    for (const QString &subject : subjects) {
        text += "2026-03-10,a@b.example,s@s.example," + subject.toUtf8() + ",sent,,2,1,\n";
        text += "2026-03-10,b@b.example,s@s.example," + subject.toUtf8() + ",sent,,1,0,\n";
        text += "2026-03-10,c@b.example,s@s.example," + subject.toUtf8() + ",sent,,0,0,\n";
    }
    return m_folder.write(u"activity.csv"_s, text);
}

void TotalsPanelTest::totalsAloneShowNoZeros()
{
    Session session;
    OverviewPage page(session);
    page.resize(1100, 700);
    page.show();
    open(session, {activity()});
    QTRY_VERIFY(page.isUpToDate());
    const QString shown = visibleTexts(page).join(u'\n');
    for (const QString &text : {u"50.0 %"_s, u"66.7 %"_s, u"33.3 %"_s, u"unknown"_s, u"reported only"_s,
                                u"2 of 3 sent"_s, u"Ask Mandrill for"_s, u"Spring <b>offer</b>"_s})
        QVERIFY2(shown.contains(text), qPrintable(text + u" is not in\n"_s + shown));
    for (const QString &text : {u"Made by machines"_s, u"no clicks in view"_s, u"0 delivered"_s,
                                u"could be judged"_s, u"not be judged"_s})
        QVERIFY2(!shown.contains(text), qPrintable(text));
}

void TotalsPanelTest::totalsStandBesideEvents()
{
    const CampaignFile file({.campaigns = 1});
    Session session;
    OverviewPage page(session);
    page.resize(1100, 900);
    page.show();
    open(session, {file.path()});
    QTRY_VERIFY(page.isUpToDate());
    auto *panel = page.findChild<TotalsPanel *>();
    QVERIFY(panel != nullptr);
    QVERIFY(!panel->isVisible());

    open(session, {file.path(), activity()});
    QTRY_VERIFY(page.isUpToDate());
    QVERIFY(panel->isVisible());
    const QStringList shown = visibleTexts(page);
    QVERIFY(shown.contains(u"75.0 %"_s)); // of the events, as without totals
    QVERIFY(shown.contains(u"Made by machines"_s));
    QCOMPARE(shown.filter(u"totals only"_s).size(), 1);
}

void TotalsPanelTest::whyExplains()
{
    Session session;
    OverviewPage page(session);
    page.show();
    open(session, {activity()});
    QTRY_VERIFY(page.isUpToDate());
    auto *panel = page.findChild<TotalsPanel *>();
    QVERIFY(visibleTexts(*panel).filter(u"gives itself away"_s).isEmpty());
    auto *why = panel->findChild<QPushButton *>();
    why->click();
    QCOMPARE(visibleTexts(*panel).filter(u"gives itself away"_s).size(), 1);
    why->click();
    QVERIFY(visibleTexts(*panel).filter(u"gives itself away"_s).isEmpty());
}

void TotalsPanelTest::campaignsAreListed()
{
    QStringList subjects;
    for (int i = 0; i < 14; ++i)
        subjects += u"Offer %1"_s.arg(i);
    Session session;
    OverviewPage page(session);
    page.show();
    open(session, {activity(subjects)});
    QTRY_VERIFY(page.isUpToDate());
    const QStringList shown = visibleTexts(page);
    QVERIFY(shown.contains(u"Offer 0"_s));
    QVERIFY(shown.contains(u"Offer 11"_s));
    QVERIFY(!shown.contains(u"Offer 12"_s));
    QVERIFY(shown.contains(u"and 2 more"_s));
    open(session, {activity()}); // one campaign needs no list
    QTRY_VERIFY(page.isUpToDate());
    QVERIFY(!visibleTexts(page).contains(u"CTOR, reported only"_s));
}

void TotalsPanelTest::otherPagesSayWhatTheyNeed()
{
    Session session;
    MainWindow window(session);
    window.show();
    open(session, {activity()});
    for (std::size_t i = 1; i < window.pages().size(); ++i) {
        window.showPage(static_cast<int>(i));
        QTRY_VERIFY(window.pages()[i].page->isUpToDate());
        const auto *curtain = qobject_cast<EventsCurtain *>(window.pages()[i].page->parentWidget());
        QVERIFY(curtain != nullptr);
        const QString shown = visibleTexts(*curtain).join(u'\n');
        QVERIFY2(shown.contains(u"needs the time of every open and click"_s), qPrintable(shown));
        QVERIFY(shown.contains(u"Ask Mandrill for"_s));
        QVERIFY(!window.pages()[i].page->isEnabled());
    }
    const auto *status = window.findChild<StatusLine *>();
    QVERIFY2(status->text().contains(u"Totals only"_s), qPrintable(status->text()));
}

void TotalsPanelTest::theCurtainGoesWithTheTotals()
{
    const CampaignFile file({.campaigns = 1});
    Session session;
    MainWindow window(session);
    window.show();
    open(session, {activity()});
    open(session, {file.path(), activity()});
    window.showPage(1);
    QTRY_VERIFY(window.pages()[1].page->isUpToDate());
    const auto *curtain = qobject_cast<EventsCurtain *>(window.pages()[1].page->parentWidget());
    QVERIFY(curtain != nullptr);
    QVERIFY(visibleTexts(*curtain).filter(u"needs the time of every"_s).isEmpty());
    QVERIFY(window.pages()[1].page->isEnabled());
}

void TotalsPanelTest::cleaningIsNotOffered()
{
    const CampaignFile file({.campaigns = 1});
    Session session;
    ExportPage page(session);
    page.show();
    open(session, {activity(), file.path()});
    QTRY_VERIFY(page.isUpToDate());
    const auto *sources = page.findChild<QComboBox *>();
    QCOMPARE(sources->count(), 1);
    QVERIFY(sources->itemText(0).startsWith(u"spring.csv"_s));
    const QString shown = visibleTexts(page).join(u'\n');
    QVERIFY2(shown.contains(u"activity.csv cannot be cleaned"_s), qPrintable(shown));
}

QTEST_MAIN(TotalsPanelTest)

#include "tst_totalspanel.moc"
