// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QAction;
class QActionGroup;
class QMainWindow;
class QMenu;

namespace clicksieve {

class Opener;
class Saver;
class Session;

/// The menu bar and its actions. What other widgets show as buttons too, they get from here.
class MainMenu : public QObject {
    Q_OBJECT

public:
    MainMenu(QMainWindow &window, Session &session, Opener &opener, Saver &saver);

    /// Adds a page to the View menu, with the next of Ctrl+1, Ctrl+2, …; returns the shortcut as text.
    QString addPage(const QString &title);
    /// Pages and filters are of no use before something is open.
    void setPagesEnabled(bool enabled);

    [[nodiscard]] QAction *undo() const { return m_undo; }
    [[nodiscard]] QAction *redo() const { return m_redo; }
    [[nodiscard]] QAction *clearFilter() const { return m_clearFilter; }

signals:
    void pageWanted(int page);
    void exportWanted();
    void foldWanted();

private:
    void makeFileMenu();
    void makeEditMenu();
    void makeViewMenu();
    void makeHelpMenu();
    void fillRecents();
    void addThemes(QMenu *menu);
    void enableFilterActions();
    void copyFromFocus();
    void showAbout();

    QMainWindow &m_window;
    Session &m_session;
    Opener &m_opener;
    Saver &m_saver;
    QMenu *m_recents = nullptr;
    QMenu *m_view = nullptr;
    QAction *m_viewEnd = nullptr; ///< pages go before it
    QActionGroup *m_pages;
    QAction *m_overrides = nullptr;
    QAction *m_lists = nullptr;
    QAction *m_save = nullptr;
    QAction *m_saveAs = nullptr;
    QAction *m_export = nullptr;
    QAction *m_undo = nullptr;
    QAction *m_redo = nullptr;
    QAction *m_clearFilter = nullptr;
};

} // namespace clicksieve
