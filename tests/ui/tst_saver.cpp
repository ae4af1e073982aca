// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "campaignfile.h"
#include "core/workspace/workspacefile.h"
#include "ui/session/session.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/opener.h"
#include "ui/shell/saver.h"

#include <QMessageBox>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>
#include <QTimer>

using namespace clicksieve;
using namespace Qt::StringLiterals;

/// A user who saves, goes on, closes and comes back.
class SaverTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init() { QSettings().clear(); }
    void whatIsSavedComesBack();
    void theTitleSaysWhatIsNotSaved();
    void closingAsksForWhatIsNotSaved();
    void openingOtherFilesAsks();
    void whatHasNoNameClosesWithoutAQuestion();
    void aFailureIsSaid();
    void aWorkspaceKeepsItsRules();

private:
    static void open(Session &session, const QString &path);
    static void save(Saver &saver, const QString &path = {});
    static void override(Session &session);
    static QMessageBox *question(const QWidget &window) { return window.findChild<QMessageBox *>(); }
};

void SaverTest::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(u"clicksieve-test"_s);
    QCoreApplication::setApplicationName(u"tst_saver"_s);
}

void SaverTest::open(Session &session, const QString &path)
{
    QSignalSpy changed(&session, &Session::analysisChanged);
    AnalysisRequest request;
    request.files = {path};
    session.open(request);
    QTRY_COMPARE_WITH_TIMEOUT(changed.count(), 1, 30'000);
}

void SaverTest::save(Saver &saver, const QString &path)
{
    QSignalSpy saved(&saver, &Saver::saved);
    if (path.isEmpty())
        saver.save();
    else
        saver.saveAs(path);
    QTRY_COMPARE_WITH_TIMEOUT(saved.count(), 1, 30'000);
}

void SaverTest::override(Session &session)
{
    QSignalSpy changed(&session, &Session::verdictsChanged);
    OverrideList list = session.overrides();
    list.push_back({Override::Scope::Domain, 0, list.empty()});
    session.setOverrides(list, u"all of a domain"_s);
    QTRY_COMPARE_WITH_TIMEOUT(changed.count(), 1, 30'000);
}

void SaverTest::whatIsSavedComesBack()
{
    const CampaignFile file({});
    const QString path = file.in(u"spring.clicksieve"_s);
    Session session;
    const MainWindow window(session);
    open(session, file.path());
    override(session);
    save(window.saver(), path);
    override(session);
    save(window.saver());
    QVERIFY(QFile::remove(file.path()));

    Session later;
    const MainWindow other(later);
    open(later, path);
    QVERIFY(later.overrides() == session.overrides());
    QCOMPARE(later.overrides().size(), 2U);
    QCOMPARE(later.analysis().table->size(), session.analysis().table->size());
    for (std::size_t event = 0; event < later.analysis().table->size(); ++event)
        QCOMPARE(later.analysis().verdicts->probability(event),
                 session.analysis().verdicts->probability(event));
    QCOMPARE(other.saver().path(), path);
    QVERIFY(!other.saver().hasUnsavedChanges());
}

void SaverTest::theTitleSaysWhatIsNotSaved()
{
    const CampaignFile file({});
    Session session;
    const MainWindow window(session);
    open(session, file.path());
    QVERIFY(window.windowTitle().startsWith(u"spring.csv"_s));
    override(session);
    QVERIFY(!window.isWindowModified()); // there is no workspace that lacks it
    save(window.saver(), file.in(u"my spring.clicksieve"_s));
    QVERIFY(window.windowTitle().startsWith(u"my spring.clicksieve"_s));
    QVERIFY(!window.isWindowModified());
    override(session);
    QVERIFY(window.isWindowModified());
    session.history().undo();
    QTRY_VERIFY(!window.isWindowModified());
    QCOMPARE(window.opener().recents().entries().front().files,
             QStringList{file.in(u"my spring.clicksieve"_s)});
}

void SaverTest::closingAsksForWhatIsNotSaved()
{
    const CampaignFile file({});
    const QString path = file.in(u"spring.clicksieve"_s);
    Session session;
    MainWindow window(session);
    window.show();
    open(session, file.path());
    save(window.saver(), path);
    override(session);

    QVERIFY(!window.close());
    QVERIFY(question(window) != nullptr);
    question(window)->button(QMessageBox::Cancel)->click();
    QVERIFY(window.isVisible());
    QTRY_VERIFY(question(window) == nullptr);

    QVERIFY(!window.close());
    question(window)->button(QMessageBox::Save)->click();
    QTRY_VERIFY_WITH_TIMEOUT(!window.isVisible(), 30'000);
    Session later;
    open(later, path);
    QCOMPARE(later.overrides().size(), 1U);
}

void SaverTest::openingOtherFilesAsks()
{
    const CampaignFile file({});
    Session session;
    MainWindow window(session);
    window.show();
    open(session, file.path());
    save(window.saver(), file.in(u"spring.clicksieve"_s));
    override(session);
    bool wasAsked = false;
    QTimer::singleShot(0, &window, [&] {
        wasAsked = question(window) != nullptr;
        question(window)->button(QMessageBox::Cancel)->click();
    });
    window.opener().openFiles({file.path()});
    QVERIFY(wasAsked);
    QVERIFY(!session.isOpening());
    QCOMPARE(session.overrides().size(), 1U);
}

void SaverTest::whatHasNoNameClosesWithoutAQuestion()
{
    const CampaignFile file({});
    Session session;
    MainWindow window(session);
    window.show();
    open(session, file.path());
    override(session);
    QVERIFY(window.close());
}

void SaverTest::aFailureIsSaid()
{
    const CampaignFile file({});
    Session session;
    const MainWindow window(session);
    open(session, file.path());
    QSignalSpy failed(&window.saver(), &Saver::failed);
    window.saver().saveAs(file.in(u"nowhere/spring.clicksieve"_s));
    QTRY_COMPARE_WITH_TIMEOUT(failed.count(), 1, 30'000);
    QVERIFY(question(window) != nullptr);
    QVERIFY(question(window)->text().contains(u"spring.clicksieve"_s));
    QCOMPARE(question(window)->textFormat(), Qt::PlainText);
    QVERIFY(window.saver().path().isEmpty());
}

void SaverTest::aWorkspaceKeepsItsRules()
{
    const CampaignFile file({});
    const QString path = file.in(u"spring.clicksieve"_s);
    Session session;
    const MainWindow window(session);
    AnalysisRequest request;
    request.files = {file.path()};
    request.ruleset = u"strict"_s;
    QSignalSpy changed(&session, &Session::analysisChanged);
    session.open(request);
    QTRY_COMPARE_WITH_TIMEOUT(changed.count(), 1, 30'000);
    save(window.saver(), path);

    Session later;
    open(later, file.path());
    later.setJudged(later.analysis().verdicts, u"rules"_s); // the user's choice in this session: balanced
    open(later, path);
    QCOMPARE(later.analysis().verdicts->ruleset().name, u"strict"_s);
}

QTEST_MAIN(SaverTest)
#include "tst_saver.moc"
