// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "campaignfile.h"
#include "ui/session/page.h"
#include "ui/session/session.h"
#include "ui/shell/filedrop.h"
#include "ui/shell/filterbar.h"
#include "ui/shell/jobbar.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/noticebar.h"
#include "ui/shell/notices.h"
#include "ui/shell/opener.h"
#include "ui/shell/openoptionsdialog.h"
#include "ui/shell/pagerenderer.h"
#include "ui/shell/rejectedrowsdialog.h"
#include "ui/shell/rejectedrowsmodel.h"
#include "ui/shell/statusline.h"
#include "ui/start/startpage.h"
#include "ui/theme/palette.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QDir>
#include <QDropEvent>
#include <QImage>
#include <QMenuBar>
#include <QMimeData>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>
#include <QToolButton>
#include <QUrl>

using namespace clicksieve;
using namespace Qt::StringLiterals;

class MainWindowTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void beginsWithTheStartPage();
    void showsTheOverviewOnceAFileIsOpen();
    void everyPageCatchesUp();
    void saysWhatWentWrong();
    void listsRowsThatCouldNotBeRead();
    void chipsTakeFiltersAway();
    void countsInTheStatusBar();
    void remembersWhatWasOpened();
    void takesDroppedFilesAndFolders();
    void optionsBecomeARequest();
    void saysHowFarItIs();
    void themeReachesEveryWidget();
    void drawsAllPages();

private:
    static void open(Session &session, const QString &path);

    QTemporaryDir m_settings;
};

void MainWindowTest::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QApplication::setOrganizationName(u"Clicksieve"_s);
    QApplication::setApplicationName(u"clicksieve-test"_s);
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_settings.path());
    applyTheme(*qApp, ThemeChoice::Light);
}

void MainWindowTest::init()
{
    QSettings().clear();
}

void MainWindowTest::open(Session &session, const QString &path)
{
    QSignalSpy changed(&session, &Session::analysisChanged);
    AnalysisRequest request;
    request.files = {path};
    session.open(request);
    QTRY_COMPARE_WITH_TIMEOUT(changed.count(), 1, 30'000);
}

void MainWindowTest::beginsWithTheStartPage()
{
    Session session;
    MainWindow window(session);
    window.show();
    const auto *start = window.findChild<StartPage *>();
    QVERIFY(start != nullptr && start->isVisible());
    QVERIFY(!window.currentPage()->isVisible());
}

void MainWindowTest::showsTheOverviewOnceAFileIsOpen()
{
    const CampaignFile file({});
    Session session;
    MainWindow window(session);
    window.show();
    open(session, file.path());
    QVERIFY(window.currentPage()->isVisible());
    QCOMPARE(window.currentPage(), window.pages().front().page);
    QVERIFY(window.windowTitle().startsWith(u"spring.csv"_s));
    QTRY_VERIFY(window.currentPage()->isUpToDate());
}

void MainWindowTest::everyPageCatchesUp()
{
    const CampaignFile file({});
    Session session;
    MainWindow window(session);
    window.show();
    open(session, file.path());
    for (std::size_t i = 0; i < window.pages().size(); ++i) {
        window.showPage(static_cast<int>(i));
        QTRY_VERIFY2(window.currentPage()->isUpToDate(), qPrintable(window.pages()[i].name));
    }
    Filter machines;
    machines.verdict = Verdict::Machine;
    session.setFilter(machines, u"machines"_s);
    for (std::size_t i = 0; i < window.pages().size(); ++i) {
        window.showPage(static_cast<int>(i));
        QTRY_VERIFY2(window.currentPage()->isUpToDate(), qPrintable(window.pages()[i].name));
    }
}

void MainWindowTest::saysWhatWentWrong()
{
    Session session;
    MainWindow window(session);
    window.show();
    window.opener().openFiles({u"no such file.csv"_s});
    auto *notices = window.findChild<Notices *>();
    QTRY_VERIFY(!notices->failure().isEmpty());
    QVERIFY(notices->failure().contains(u"no such file.csv"_s));
    QVERIFY(window.findChild<StartPage *>()->isVisible());
    QCOMPARE(window.opener().lastTried().files, QStringList{u"no such file.csv"_s});

    const CampaignFile file({});
    open(session, file.path());
    QVERIFY(notices->failure().isEmpty());
}

void MainWindowTest::listsRowsThatCouldNotBeRead()
{
    const CampaignFile file({.brokenRows = true});
    Session session;
    MainWindow window(session);
    window.show();
    open(session, file.path());
    auto *notices = window.findChild<Notices *>();
    QCOMPARE(notices->quality(), u"2 rows could not be read and are in no figure."_s);

    RejectedRowsModel model(session.analysis().table);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.index(0, RejectedRowsModel::File).data().toString(), u"spring.csv"_s);
    QVERIFY(!model.index(0, RejectedRowsModel::Reason).data().toString().isEmpty());

    RejectedRowsDialog(session.analysis().table).grab();
}

void MainWindowTest::chipsTakeFiltersAway()
{
    const CampaignFile file({});
    Session session;
    MainWindow window(session);
    window.show();
    open(session, file.path());
    Filter filter;
    filter.type = EventType::Click;
    filter.verdict = Verdict::Machine;
    session.setFilter(filter, u"machine clicks"_s);

    auto *bar = window.findChild<FilterBar *>();
    const auto chips = [bar] {
        QList<QToolButton *> found = bar->findChildren<QToolButton *>();
        found.removeIf([](QToolButton *button) {
            return button->property("look").toString() != u"chip"_s || button->isHidden();
        });
        return found;
    };
    QTRY_COMPARE(chips().size(), 2);
    chips().front()->click();
    QTRY_COMPARE(chips().size(), 1);
    QVERIFY(!session.filter().type);
    session.filterHistory().undo();
    QCOMPARE(session.filter(), filter);
}

void MainWindowTest::countsInTheStatusBar()
{
    const CampaignFile file({});
    Session session;
    MainWindow window(session);
    window.show();
    open(session, file.path());
    auto *line = window.findChild<StatusLine *>();
    QTRY_VERIFY(!line->isCounting());
    QVERIFY2(line->text().startsWith(u"320 opens and clicks · no filter · rules: "_s),
             qPrintable(line->text()));

    Filter opens;
    opens.type = EventType::Open;
    session.setFilter(opens, u"opens"_s);
    QTRY_VERIFY(line->text().startsWith(u"80 of 320 opens and clicks · 1 filter"_s));
}

void MainWindowTest::remembersWhatWasOpened()
{
    const CampaignFile file({});
    {
        Session session;
        MainWindow window(session);
        QSignalSpy changed(&session, &Session::analysisChanged);
        AnalysisRequest request;
        request.files = {file.path()};
        request.timeZone = u"Europe/Berlin"_s;
        window.opener().open(request);
        QTRY_COMPARE_WITH_TIMEOUT(changed.count(), 1, 30'000);
    }
    RecentOpenings recents;
    QCOMPARE(recents.entries().size(), std::size_t(1));
    QCOMPARE(recents.entries().front().timeZone, u"Europe/Berlin"_s);
    QCOMPARE(recents.entries().front().sentAt, kNoTime);
    QCOMPARE(RecentOpenings::label(recents.entries().front()), u"spring.csv"_s);
    recents.clear();
    QVERIFY(RecentOpenings().entries().empty());
}

void MainWindowTest::takesDroppedFilesAndFolders()
{
    const CampaignFile file({});
    QMimeData data;
    data.setUrls(
        {QUrl::fromLocalFile(QFileInfo(file.path()).absolutePath()), QUrl(u"https://example.com/a.csv"_s)});
    QCOMPARE(FileDrop::filesOf(data), QStringList{QFileInfo(file.path()).absolutePath()});

    Session session;
    MainWindow window(session);
    window.show();
    QDragEnterEvent enter(QPoint(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&window, &enter);
    QVERIFY(enter.isAccepted());
    QSignalSpy changed(&session, &Session::analysisChanged);
    QDropEvent drop(QPointF(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&window, &drop);
    QTRY_COMPARE_WITH_TIMEOUT(changed.count(), 1, 30'000);
}

void MainWindowTest::optionsBecomeARequest()
{
    AnalysisRequest request;
    request.files = {u"spring.csv"_s};
    request.timeZone = u"Europe/Berlin"_s;
    request.sentAt = 1'773'133'200'000; // 09:00 UTC is 10:00 in Berlin
    OpenOptionsDialog dialog(request);
    QCOMPARE(dialog.request().timeZone, request.timeZone);
    QCOMPARE(dialog.request().sentAt, request.sentAt);
    QCOMPARE(dialog.findChild<QDateTimeEdit *>()->time().hour(), 10);

    dialog.findChild<QCheckBox *>()->setChecked(false);
    QCOMPARE(dialog.request().sentAt, kNoTime);
    const auto combos = dialog.findChildren<QComboBox *>();
    for (QComboBox *combo : combos) {
        if (combo->isEditable())
            combo->setEditText(u"UTC-06:00"_s);
    }
    QCOMPARE(dialog.request().timeZone, u"UTC-06:00"_s);
    dialog.grab();
}

void MainWindowTest::saysHowFarItIs()
{
    QCOMPARE(JobBar::progressText(0, 0, -1), u"Reading…"_s);
    QCOMPARE(JobBar::progressText(0.62, 1'240'000, 3'400), u"Reading… 62 % · 1,240,000 rows · 4 s left"_s);
    QCOMPARE(JobBar::progressText(0.1, 10, 125'000), u"Reading… 10 % · 10 rows · 3 min left"_s);
}

void MainWindowTest::themeReachesEveryWidget()
{
    applyTheme(*qApp, ThemeChoice::Dark);
    Session session;
    MainWindow window(session);
    window.show();
    QVERIFY(isDark(window.palette()));
    QVERIFY(isDark(window.findChild<StartPage *>()->palette()));
    applyTheme(*qApp, ThemeChoice::Light);
    QVERIFY(!isDark(window.palette()));
    QVERIFY(chartColours(window.palette()).human != chartColours(window.palette()).machine);
}

void MainWindowTest::drawsAllPages()
{
    const CampaignFile file({});
    Session session;
    MainWindow window(session);
    AnalysisRequest request;
    request.files = {file.path()};
    const auto paths = renderPages(session, window, request, file.in(u"pictures"_s));
    QVERIFY2(paths.ok(), qPrintable(paths.ok() ? QString() : paths.error().message));
    QCOMPARE(paths.value().size(), static_cast<qsizetype>(2 * window.pages().size()));
    for (const QString &path : paths.value())
        QCOMPARE(QImage(path).size(), QSize(1280, 800));
    QVERIFY(RecentOpenings().entries().empty()); // pictures leave no trace

    request.files = {u"no such file.csv"_s};
    const auto failed = renderPages(session, window, request, file.in(u"pictures"_s));
    QCOMPARE(failed.error().kind, Error::Kind::Unreadable);
}

QTEST_MAIN(MainWindowTest)
#include "tst_mainwindow.moc"
