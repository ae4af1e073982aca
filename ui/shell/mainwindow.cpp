// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/mainwindow.h"

#include "ui/domains/domainspage.h"
#include "ui/events/eventspage.h"
#include "ui/export/exportpage.h"
#include "ui/overview/overviewpage.h"
#include "ui/rules/rulespage.h"
#include "ui/session/session.h"
#include "ui/shell/eventscurtain.h"
#include "ui/shell/filedrop.h"
#include "ui/shell/filterbar.h"
#include "ui/shell/jobbar.h"
#include "ui/shell/mainmenu.h"
#include "ui/shell/navigation.h"
#include "ui/shell/notices.h"
#include "ui/shell/opener.h"
#include "ui/shell/saver.h"
#include "ui/shell/statusline.h"
#include "ui/start/startpage.h"
#include "ui/theme/focusring.h"
#include "ui/theme/numbers.h"
#include "ui/theme/tips.h"
#include "ui/timeline/timelinepage.h"
#include "ui/webload/webloadpage.h"

#include <QCloseEvent>
#include <QHBoxLayout>
#include <QScreen>
#include <QSettings>
#include <QStackedWidget>
#include <QStatusBar>

namespace clicksieve {

namespace {

constexpr QSize kFirstSize{1280, 800};
constexpr QSize kSmallest{900, 600};

const QString kGeometry = QStringLiteral("window/geometry");
const QString kFolded = QStringLiteral("window/navigationFolded");

PageIcon iconOf(const QString &name)
{
    if (name == QStringLiteral("timeline"))
        return PageIcon::Timeline;
    if (name == QStringLiteral("domains"))
        return PageIcon::Domains;
    if (name == QStringLiteral("events"))
        return PageIcon::Events;
    if (name == QStringLiteral("rules"))
        return PageIcon::Rules;
    if (name == QStringLiteral("webload"))
        return PageIcon::WebLoad;
    return name == QStringLiteral("export") ? PageIcon::Export : PageIcon::Overview;
}

} // namespace

MainWindow::MainWindow(Session &session, QWidget *parent)
    : QMainWindow(parent)
    , m_session(session)
    , m_opener(new Opener(session, this))
    , m_saver(new Saver(session, this))
    , m_menu(new MainMenu(*this, session, *m_opener, *m_saver))
    , m_navigation(new Navigation)
    , m_screens(new QStackedWidget)
    , m_stack(new QStackedWidget)
    , m_progress(new QWidget)
{
    setWindowTitle(QStringLiteral("Clicksieve"));
    setMinimumSize(kSmallest);
    resize(kFirstSize);

    makePages();
    m_screens->addWidget(new StartPage(session, *m_opener));
    m_screens->addWidget(makeWorkspace());

    auto *centre = new QWidget;
    auto *column = new QVBoxLayout(centre);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(new Notices(session, *m_opener));
    column->addWidget(m_screens, 1);
    setCentralWidget(centre);

    makeStatusBar();
    connectAll();
    new FocusRing(this);
    new WrappedTips(this);
    m_menu->setPagesEnabled(false);
}

MainWindow::~MainWindow() = default;

QSize MainWindow::firstSize(const QSize &available)
{
    return kFirstSize.boundedTo(available - QSize(0, kTitleBar));
}

void MainWindow::makePages()
{
    m_overview = new OverviewPage(m_session);
    addPage(QStringLiteral("overview"), m_overview);
    addPage(QStringLiteral("timeline"), new TimelinePage(m_session));
    addPage(QStringLiteral("domains"), new DomainsPage(m_session));
    addPage(QStringLiteral("events"), new EventsPage(m_session));
    addPage(QStringLiteral("rules"), new RulesPage(m_session));
    addPage(QStringLiteral("webload"), new WebLoadPage(m_session));
    addPage(QStringLiteral("export"), new ExportPage(m_session));
}

void MainWindow::addPage(const QString &name, Page *page)
{
    m_pages.push_back({name, page});
    m_stack->addWidget(page == m_overview ? static_cast<QWidget *>(page)
                                          : new EventsCurtain(m_session, page));
    m_navigation->addPage(page->title(), iconOf(name), m_menu->addPage(page->title()));
}

QWidget *MainWindow::makeWorkspace()
{
    auto *workspace = new QWidget;
    auto *pages = new QVBoxLayout;
    pages->setSpacing(0);
    pages->addWidget(new FilterBar(m_session, m_menu->undo(), m_menu->redo(), m_menu->clearFilter()));
    pages->addWidget(m_stack, 1);

    auto *row = new QHBoxLayout(workspace);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_navigation);
    row->addLayout(pages, 1);
    return workspace;
}

void MainWindow::makeStatusBar()
{
    statusBar()->setSizeGripEnabled(false);
    statusBar()->setContentsMargins(10, 2, 10, 2);
    statusBar()->addWidget(new StatusLine(m_session), 1);
    auto *row = new QHBoxLayout(m_progress);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(new JobBar(m_session));
    statusBar()->addPermanentWidget(m_progress);
    m_progress->hide();
}

void MainWindow::connectAll()
{
    auto *drop = new FileDrop(this);
    connect(drop, &FileDrop::dropped, m_opener, &Opener::openFiles);
    connect(m_navigation, &Navigation::chosen, this, &MainWindow::showPage);
    connect(m_menu, &MainMenu::pageWanted, this, &MainWindow::showPage);
    connect(m_menu, &MainMenu::exportWanted, this,
            [this] { showPage(static_cast<int>(m_pages.size()) - 1); });
    connect(m_menu, &MainMenu::foldWanted, m_navigation,
            [this] { m_navigation->setFolded(!m_navigation->isFolded()); });
    connect(m_overview, &OverviewPage::sendTimeWanted, m_opener, &Opener::askForOptions);
    connect(&m_session, &Session::analysisChanged, this, &MainWindow::showAnalysis);
    m_opener->setMayLeave([this] { return m_saver->mayLeave(); });
    connect(m_saver, &Saver::changed, this, &MainWindow::showTitle);
    connect(m_saver, &Saver::saved, m_opener, &Opener::rememberSaved);
}

void MainWindow::showPage(int page)
{
    m_navigation->setCurrent(page);
    m_stack->setCurrentIndex(page);
}

Page *MainWindow::currentPage() const
{
    return m_pages[static_cast<std::size_t>(m_stack->currentIndex())].page;
}

void MainWindow::showAnalysis()
{
    if (m_screens->currentIndex() == 0)
        showPage(0);
    m_screens->setCurrentIndex(1);
    m_progress->show();
    m_menu->setPagesEnabled(true);
}

void MainWindow::showTitle()
{
    AnalysisRequest request = m_session.request();
    if (!m_saver->path().isEmpty())
        request.files = QStringList{m_saver->path()};
    const QString what =
        RecentOpenings::label(request).replace(QLatin1String("[*]"), QLatin1String("[*][*]"));
    setWindowTitle(what.isEmpty() ? QStringLiteral("Clicksieve") : tr("%1[*] — Clicksieve").arg(what));
    setWindowModified(m_saver->hasUnsavedChanges());
}

void MainWindow::useSavedLayout()
{
    m_keepsLayout = true;
    const QSettings settings;
    if (!restoreGeometry(settings.value(kGeometry).toByteArray())) {
        const QSize first = firstSize(screen()->availableSize());
        setMinimumSize(kSmallest.boundedTo(first));
        resize(first);
    }
    m_navigation->setFolded(settings.value(kFolded, false).toBool());
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (m_keepsLayout) {
        QSettings settings;
        settings.setValue(kGeometry, saveGeometry());
        settings.setValue(kFolded, m_navigation->isFolded());
    }
    event->setAccepted(m_saver->mayClose());
}

} // namespace clicksieve
