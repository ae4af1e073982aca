// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/mainmenu.h"

#include "ui/rules/listsdialog.h"
#include "ui/rules/overridesdialog.h"
#include "ui/session/session.h"
#include "ui/shell/networkfile.h"
#include "ui/shell/numbershelp.h"
#include "ui/shell/opener.h"
#include "ui/shell/saver.h"
#include "ui/theme/themesetting.h"

#include <QActionGroup>
#include <QApplication>
#include <QKeyEvent>
#include <QMainWindow>
#include <QMenuBar>
#include <QMessageBox>

namespace clicksieve {

MainMenu::MainMenu(QMainWindow &window, Session &session, Opener &opener, Saver &saver)
    : QObject(&window)
    , m_window(window)
    , m_session(session)
    , m_opener(opener)
    , m_saver(saver)
    , m_pages(new QActionGroup(this))
{
    makeFileMenu();
    makeEditMenu();
    makeViewMenu();
    makeHelpMenu();
    connect(&session, &Session::analysisChanged, this, &MainMenu::enableFilterActions);
    connect(&session, &Session::filterChanged, this, &MainMenu::enableFilterActions);
    enableFilterActions();
}

void MainMenu::makeFileMenu()
{
    QMenu *menu = m_window.menuBar()->addMenu(tr("&File"));
    menu->addAction(tr("&Open…"), QKeySequence::Open, &m_opener, &Opener::askForFiles);
    menu->addAction(tr("Open with o&ptions…"), &m_opener, &Opener::askForFilesWithOptions);
    m_recents = menu->addMenu(tr("Open &recent"));
    menu->addAction(tr("Try the &sample campaign"), &m_opener, &Opener::openSample);
    menu->addSeparator();
    m_save = menu->addAction(tr("Sa&ve"), QKeySequence::Save, &m_saver, &Saver::save);
    m_saveAs = menu->addAction(tr("Save &as…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S), &m_saver,
                               &Saver::askForName);
    menu->addSeparator();
    // Not Ctrl+E: text fields take that for "to the end of the line".
    m_export = menu->addAction(tr("&Export…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_E), this,
                               &MainMenu::exportWanted);
    menu->addSeparator();
    menu->addAction(tr("&Quit"), QKeySequence::Quit, &m_window, &QWidget::close);
    connect(&m_opener.recents(), &RecentOpenings::changed, this, &MainMenu::fillRecents);
    fillRecents();
}

void MainMenu::makeEditMenu()
{
    QMenu *menu = m_window.menuBar()->addMenu(tr("&Edit"));
    m_undo = m_session.history().createUndoAction(this, tr("&Undo:"));
    m_undo->setShortcut(QKeySequence::Undo);
    m_redo = m_session.history().createRedoAction(this, tr("&Redo:"));
    m_redo->setShortcut(QKeySequence::Redo);
    m_clearFilter = new QAction(tr("&Clear filter"), this);
    m_clearFilter->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F));
    m_clearFilter->setToolTip(tr("Show all opens and clicks again"));
    connect(m_clearFilter, &QAction::triggered, this,
            [this] { m_session.setFilter(Filter{}, tr("clear filter")); });
    menu->addActions({m_undo, m_redo, m_clearFilter});
    m_overrides = menu->addAction(tr("Your &verdicts…"), this,
                                  [this] { (new OverridesDialog(m_session, &m_window))->show(); });
    menu->addAction(tr("Names of &networks…"), this, [this] { askForNetworkFile(m_session, &m_window); });
    m_lists = menu->addAction(tr("Your &lists…"), this,
                              [this] { (new ListsDialog(m_session, &m_window))->show(); });
    menu->addSeparator();
    menu->addAction(tr("C&opy"), QKeySequence::Copy, this, &MainMenu::copyFromFocus);
}

void MainMenu::makeViewMenu()
{
    m_view = m_window.menuBar()->addMenu(tr("&View"));
    m_viewEnd = m_view->addSeparator();
    m_view->addAction(tr("&Fold the list of pages"), QKeySequence(Qt::CTRL | Qt::Key_B), this,
                      &MainMenu::foldWanted);
    addThemes(m_view->addMenu(tr("&Theme")));
    connect(m_pages, &QActionGroup::triggered, this,
            [this](QAction *action) { emit pageWanted(action->data().toInt()); });
}

void MainMenu::makeHelpMenu()
{
    QMenu *menu = m_window.menuBar()->addMenu(tr("&Help"));
    menu->addAction(tr("&What the numbers mean"), QKeySequence::HelpContents, this,
                    [this] { (new NumbersHelp(&m_window))->show(); });
    menu->addAction(tr("&About Clicksieve"), this, &MainMenu::showAbout);
}

QString MainMenu::addPage(const QString &title)
{
    const int page = static_cast<int>(m_pages->actions().size());
    QAction *action = m_pages->addAction(title);
    action->setData(page);
    action->setShortcut(QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_1 + page)));
    m_view->insertAction(m_viewEnd, action);
    return action->shortcut().toString(QKeySequence::NativeText);
}

void MainMenu::setPagesEnabled(bool enabled)
{
    m_pages->setEnabled(enabled);
    m_export->setEnabled(enabled);
    m_save->setEnabled(enabled);
    m_saveAs->setEnabled(enabled);
    m_overrides->setEnabled(enabled);
    m_lists->setEnabled(enabled);
}

void MainMenu::fillRecents()
{
    m_recents->clear();
    for (const AnalysisRequest &entry : m_opener.recents().entries()) {
        QString label = RecentOpenings::label(entry);
        QAction *action = m_recents->addAction(label.replace(QLatin1Char('&'), QStringLiteral("&&")), this,
                                               [this, entry] { m_opener.open(entry); });
        action->setToolTip(RecentOpenings::details(entry).toHtmlEscaped());
    }
    m_recents->setEnabled(!m_recents->isEmpty());
    m_recents->setToolTipsVisible(true);
    m_recents->addSeparator();
    // Queued: clearing deletes the action whose click this is.
    QAction *clear = m_recents->addAction(tr("Clear this list"));
    connect(clear, &QAction::triggered, &m_opener.recents(), &RecentOpenings::clear, Qt::QueuedConnection);
}

void MainMenu::addThemes(QMenu *menu)
{
    auto *group = new QActionGroup(menu);
    const std::pair<QString, ThemeChoice> choices[] = {{tr("As the &system"), ThemeChoice::System},
                                                       {tr("&Light"), ThemeChoice::Light},
                                                       {tr("&Dark"), ThemeChoice::Dark}};
    for (const auto &[text, choice] : choices) {
        QAction *action = menu->addAction(text);
        action->setCheckable(true);
        action->setChecked(choice == savedTheme());
        group->addAction(action);
        connect(action, &QAction::triggered, this, [choice = choice] {
            saveTheme(choice);
            applyTheme(*qApp, choice);
        });
    }
}

void MainMenu::enableFilterActions()
{
    m_clearFilter->setEnabled(!m_session.filter().isEmpty());
}

void MainMenu::copyFromFocus()
{
    // The menu's shortcut takes Ctrl+C away from the widgets that know what to copy: hand it on.
    if (QWidget *focus = QApplication::focusWidget()) {
        QKeyEvent press(QEvent::KeyPress, Qt::Key_C, Qt::ControlModifier);
        QCoreApplication::sendEvent(focus, &press);
    }
}

void MainMenu::showAbout()
{
    QMessageBox::about(
        &m_window, tr("About Clicksieve"),
        tr("<h3>Clicksieve %1</h3><p>Tells people from mail scanners in e-mail opens and clicks.</p>"
           "<p>Nothing leaves this computer, except the names of domains where you look up mail "
           "servers.</p><p>Free software under the GNU General Public License, "
           "version 3 or later.</p>")
            .arg(QStringLiteral(CLICKSIEVE_VERSION)));
}

} // namespace clicksieve
