// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMainWindow>

#include <vector>

class QStackedWidget;

namespace clicksieve {

class MainMenu;
class Navigation;
class Opener;
class OverviewPage;
class Page;
class Saver;
class Session;
class StatusLine;

/// The window: joins the session, the start page, the pages and the menu. Only wires; computes nothing.
class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    struct NamedPage {
        QString name; ///< of picture files and settings: "overview", …
        Page *page;
    };

    /// @p session outlives the window.
    explicit MainWindow(Session &session, QWidget *parent = nullptr);
    ~MainWindow() override;

    [[nodiscard]] Opener &opener() const { return *m_opener; }
    [[nodiscard]] Saver &saver() const { return *m_saver; }
    [[nodiscard]] const std::vector<NamedPage> &pages() const { return m_pages; }
    void showPage(int page);
    [[nodiscard]] Page *currentPage() const;

    static constexpr int kTitleBar = 40; ///< pixels that the desktop may put above the window
    /// Of a window that was never shown before, on a screen with @p available pixels beside docks and panels.
    [[nodiscard]] static QSize firstSize(const QSize &available);

    /// Size, place and folding of last time, and that they are kept this time. Not for pictures and tests.
    void useSavedLayout();

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    void makePages();
    void addPage(const QString &name, Page *page);
    [[nodiscard]] QWidget *makeWorkspace();
    void makeStatusBar();
    void connectAll();
    void showAnalysis();
    void showTitle();

    Session &m_session;
    Opener *m_opener;
    Saver *m_saver;
    MainMenu *m_menu;
    Navigation *m_navigation;
    QStackedWidget *m_screens; ///< start page, or the pages with all around them
    QStackedWidget *m_stack;   ///< the pages
    QWidget *m_progress;       ///< in the status bar; the start page shows its own
    OverviewPage *m_overview = nullptr;
    std::vector<NamedPage> m_pages;
    bool m_keepsLayout = false;
};

} // namespace clicksieve
