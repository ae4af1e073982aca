// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis.h"
#include "ui/shell/recentopenings.h"

#include <QObject>

#include <functional>

class QWidget;

namespace clicksieve {

class Session;

/// Everything that leads to Session::open(): asking for files and how to read them, the sample, what was opened lately.
class Opener : public QObject {
    Q_OBJECT

public:
    /// Dialogs belong to @p window, which outlives this.
    Opener(Session &session, QWidget *window);

    [[nodiscard]] RecentOpenings &recents() { return m_recents; }
    /// What was last tried, whether it worked or not.
    [[nodiscard]] const AnalysisRequest &lastTried() const { return m_lastTried; }

    /// Asked before anything is opened in place of what is there; false: it stays.
    void setMayLeave(std::function<bool()> mayLeave) { m_mayLeave = std::move(mayLeave); }

    /// Opens at once what can be read as it is, and asks where it cannot.
    void open(const AnalysisRequest &request);
    void openFiles(const QStringList &files);
    void openSample();
    void askForFiles();
    /// Asks for files first and then, also where nothing is open, how to read them.
    void askForFilesWithOptions();
    /// Asks how to read the files that were last tried, and reads them again.
    void askForOptions();

    /// Puts a workspace that was saved among what was opened lately.
    void rememberSaved(const QString &path);

    /// The sample campaign that is built into the program.
    [[nodiscard]] static AnalysisRequest sampleRequest();

private:
    void ask(AnalysisRequest request);
    void remember();
    [[nodiscard]] QStringList chooseFiles();

    Session &m_session;
    QWidget *m_window;
    RecentOpenings m_recents;
    AnalysisRequest m_lastTried;
    std::function<bool()> m_mayLeave; ///< empty: always
};

} // namespace clicksieve
