// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "campaignfile.h"
#include "ui/overview/figurecard.h"
#include "ui/session/page.h"
#include "ui/session/session.h"
#include "ui/shell/filedrop.h"
#include "ui/shell/filterbar.h"
#include "ui/shell/jobbar.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/noticebar.h"
#include "ui/shell/notices.h"
#include "ui/shell/opener.h"
#include "ui/shell/pagerenderer.h"
#include "ui/shell/rejectedrowsdialog.h"
#include "ui/shell/rejectedrowsmodel.h"
#include "ui/shell/statusline.h"
#include "ui/start/startpage.h"
#include "ui/theme/focusring.h"
#include "ui/theme/palette.h"
#include "ui/theme/tips.h"
#include "ui/timeline/timelinechart.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QApplication>
#include <QChart>
#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QDropEvent>
#include <QFile>
#include <QHelpEvent>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QMenuBar>
#include <QMimeData>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSet>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QStatusBar>
#include <QTest>
#include <QToolButton>
#include <QToolTip>
#include <QUrl>

#include <cmath>

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
    void saysHowFarItIs();
    void startPageSaysThatItReads();
    void themeReachesEveryWidget();
    void controlsAreSeenInEveryTheme();
    void theKeyboardHasARing();
    void exportShortcutWorksInTextFields();
    void fitsASmallScreen();
    void showsEverythingInTheSmallestWindow();
    void wrapsLongTips();
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

    RejectedRowsDialog dialog(session.analysis().table);
    dialog.grab();
    const auto shows = [&dialog](const QString &text) {
        const auto labels = dialog.findChildren<QLabel *>();
        return std::ranges::any_of(labels, [&](const QLabel *label) { return label->text().contains(text); });
    };
    QVERIFY(shows(u"2 × \"…\" is no time"_s)); // "yesterday" and "never" are one reason
    dialog.saveTo(file.in(u"rejected.csv"_s));
    QTRY_VERIFY(shows(u"Saved to"_s));
    QFile saved(file.in(u"rejected.csv"_s));
    QVERIFY(saved.open(QIODevice::ReadOnly));
    QVERIFY(saved.readAll().contains("\"yesterday,click,a@b.example,0,,,,\""));
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
    session.history().undo();
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
        window.opener().open(request);
        QTRY_COMPARE_WITH_TIMEOUT(changed.count(), 1, 30'000);
    }
    RecentOpenings recents;
    QCOMPARE(recents.entries().size(), std::size_t(1));
    QCOMPARE(recents.entries().front().files, QStringList{file.path()});
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

void MainWindowTest::saysHowFarItIs()
{
    const QString name = u"a.csv"_s;
    QCOMPARE(JobBar::progressText(name, 0, 0, -1), u"Reading a.csv…"_s);
    QCOMPARE(JobBar::progressText(name, 0.62, 1'240'000, 3'400),
             u"Reading a.csv… 62 % · 1,240,000 rows · 4 s left"_s);
    QCOMPARE(JobBar::progressText(name, 0.1, 10, 125'000), u"Reading a.csv… 10 % · 10 rows · 3 min left"_s);
    QCOMPARE(JobBar::progressText(name, 1, 1'240'000, 0), u"Judging a.csv… 1,240,000 rows"_s);
}

void MainWindowTest::startPageSaysThatItReads()
{
    Session session;
    MainWindow window(session);
    window.show();
    const auto says = [&window](const QString &text) {
        const auto labels = window.findChild<StartPage *>()->findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(),
                           [&text](const QLabel *label) { return label->text() == text; });
    };
    QVERIFY(says(u"Drop your exports here"_s));
    emit session.openingStarted(u"a.csv"_s);
    QVERIFY(says(u"Opening your exports"_s));
    QVERIFY(!says(u"Drop your exports here"_s));
    emit session.openingFailed(u"no"_s);
    QVERIFY(says(u"Drop your exports here"_s));
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

namespace {

/// Relative luminance and contrast as WCAG 2.1 defines them.
double luminance(const QColor &colour)
{
    const auto linear = [](double c) {
        return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF())
           + 0.0722 * linear(colour.blueF());
}

double contrast(const QColor &one, const QColor &other)
{
    const auto [low, high] = std::minmax({luminance(one), luminance(other)});
    return (high + 0.05) / (low + 0.05);
}

/// The strongest contrast to @p ground on the horizontal line through the middle of the left @p width pixels.
double strongestContrast(QWidget &widget, int width, const QColor &ground)
{
    const QImage picture = widget.grab().toImage();
    double strongest = 1;
    for (int x = 0; x < width; ++x)
        strongest = std::max(strongest, contrast(picture.pixelColor(x, picture.height() / 2), ground));
    return strongest;
}

} // namespace

void MainWindowTest::controlsAreSeenInEveryTheme()
{
    for (const ThemeChoice theme : {ThemeChoice::Dark, ThemeChoice::Light}) {
        applyTheme(*qApp, theme);
        const QPalette colours = QApplication::palette();
        for (const auto role : {QPalette::Window, QPalette::Base})
            QVERIFY(contrast(controlBorder(colours), colours.color(role)) >= 3);

        QWidget place;
        place.resize(300, 200);
        QCheckBox check(u"x"_s, &place);
        QRadioButton radio(u"x"_s, &place);
        QLineEdit field(&place);
        QComboBox box(&place);
        field.move(0, 60);
        box.move(0, 120);
        radio.move(0, 30);
        place.show();
        for (QWidget *control : std::initializer_list<QWidget *>{&check, &radio, &field, &box})
            QVERIFY2(strongestContrast(*control, 8, colours.color(QPalette::Window)) >= 3,
                     control->metaObject()->className());
    }
    applyTheme(*qApp, ThemeChoice::Light);
}

void MainWindowTest::theKeyboardHasARing()
{
    const CampaignFile file({});
    Session session;
    MainWindow window(session);
    window.show();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    open(session, file.path());
    const auto *ring = window.findChild<FocusRing *>();
    QVERIFY(ring != nullptr);
    QSet<QByteArray> kinds;
    for (int page = 0; page < static_cast<int>(window.pages().size()); ++page) {
        window.showPage(page);
        for (int i = 0; i < 25; ++i) {
            QTest::keyClick(QApplication::focusWidget() != nullptr ? QApplication::focusWidget() : &window,
                            Qt::Key_Tab);
            const QWidget *focus = QApplication::focusWidget();
            QVERIFY(focus != nullptr);
            QVERIFY2(ring->target() == focus,
                     qPrintable(u"page %1: %2 %3"_s.arg(page).arg(
                         QLatin1String(focus->metaObject()->className()), focus->accessibleName())));
            const QRect inWindow(focus->mapTo(&window, QPoint()), focus->size());
            QVERIFY(ring->overlay()->geometry().intersects(inWindow));
            kinds += focus->metaObject()->className();
        }
    }
    QVERIFY2(kinds.size() >= 5, qPrintable(QString::number(kinds.size())));

    // The colour of the ring, in its whole width.
    const QImage picture = ring->overlay()->grab().toImage();
    for (int x = 0; x < FocusRing::kWidth; ++x)
        QCOMPARE(picture.pixelColor(x, picture.height() / 2), window.palette().color(QPalette::Highlight));
    QTest::mouseClick(window.currentPage(), Qt::LeftButton, {}, QPoint(3, 3));
    QVERIFY(ring->target() == nullptr);
}

void MainWindowTest::exportShortcutWorksInTextFields()
{
    const CampaignFile file({});
    Session session;
    MainWindow window(session);
    window.show();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    open(session, file.path());
    window.showPage(3);
    QLineEdit *field = nullptr;
    for (QLineEdit *candidate : window.currentPage()->findChildren<QLineEdit *>()) {
        if (candidate->isVisible() && !candidate->isReadOnly())
            field = candidate;
    }
    QVERIFY(field != nullptr);
    field->setFocus();
    QTest::keyClick(field, Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(window.currentPage(), window.pages().back().page);
}

void MainWindowTest::fitsASmallScreen()
{
    QCOMPARE(MainWindow::firstSize({1280, 753}), QSize(1280, 753 - MainWindow::kTitleBar));
    QCOMPARE(MainWindow::firstSize({2560, 1400}), QSize(1280, 800));
    QCOMPARE(MainWindow::firstSize({800, 500}), QSize(800, 500 - MainWindow::kTitleBar));
}

void MainWindowTest::showsEverythingInTheSmallestWindow()
{
    const CampaignFile file({});
    Session session;
    MainWindow window(session);
    window.resize(900, 600);
    window.show();
    open(session, file.path());
    for (int page = 0; page < static_cast<int>(window.pages().size()); ++page) {
        window.showPage(page);
        QTRY_VERIFY(window.currentPage()->isUpToDate());
        QCoreApplication::processEvents();
        QCOMPARE(window.size(), QSize(900, 600));
        const char *name = window.currentPage()->metaObject()->className();
        QVERIFY2(window.statusBar()->geometry().bottom() < 600, name);
        QVERIFY2(window.currentPage()->mapTo(&window, QPoint(0, window.currentPage()->height())).y()
                     <= window.statusBar()->y(),
                 name);
        const QSize needed = window.currentPage()->minimumSizeHint();
        QVERIFY2(needed.width() <= window.currentPage()->width(),
                 qPrintable(u"%1 needs %2 of %3"_s.arg(QLatin1String(name))
                                .arg(needed.width())
                                .arg(window.currentPage()->width())));
        QVERIFY2(needed.height() <= window.currentPage()->height(), name);
        for (const QScrollArea *area : window.currentPage()->findChildren<QScrollArea *>()) {
            if (area->isVisible() && area->horizontalScrollBarPolicy() != Qt::ScrollBarAlwaysOff)
                QVERIFY2(area->horizontalScrollBar()->maximum() == 0, name);
        }
    }
    window.showPage(0);
    auto cards = window.currentPage()->findChildren<FigureCard *>();
    cards.removeIf(
        [](const FigureCard *card) { return !card->isVisible(); }); // totals have cards of their own
    QCOMPARE(cards.size(), 4);
    QSet<int> rows;
    for (const FigureCard *card : cards)
        rows += card->y();
    QCOMPARE(rows.size(), 2);
    window.showPage(1);
    QVERIFY(window.currentPage()->findChild<TimelineChart *>()->chart()->plotArea().height() > 120);
}

void MainWindowTest::wrapsLongTips()
{
    Session session;
    MainWindow window(session);
    window.show();
    QPushButton button(u"x"_s, &window);
    button.show();
    const QString sentence = u"A & B <c> and so on, "_s.repeated(20);
    button.setToolTip(u"no tag here: "_s + QString(sentence).remove(u'<'));
    QHelpEvent ask(QEvent::ToolTip, QPoint(5, 5), button.mapToGlobal(QPoint(5, 5)));
    QApplication::sendEvent(&button, &ask);
    QVERIFY(QToolTip::isVisible());
    QCOMPARE(QToolTip::text(), tipText(button.toolTip()));
    QVERIFY(Qt::mightBeRichText(QToolTip::text()));
    for (const QWidget *top : QApplication::topLevelWidgets()) {
        if (top->isVisible() && top->windowType() == Qt::ToolTip)
            QVERIFY2(top->width() < 700, qPrintable(QString::number(top->width())));
    }
    QToolTip::hideText();
    QCOMPARE(tipText(u"a<b\nc"_s), u"<p>a&lt;b<br>c</p>"_s);
    QCOMPARE(tipText(QString()), QString());
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
