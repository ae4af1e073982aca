// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/backgroundjob.h"
#include "core/workspace/workspace.h"

#include <QObject>
#include <QString>

#include <memory>

class QMainWindow;

namespace clicksieve {

class Session;

/// Saves the session's analysis as a workspace, in the background, and knows what of it is not saved yet. What was opened
/// from exports has no workspace until it is saved under a name.
class Saver : public QObject {
    Q_OBJECT

public:
    /// Dialogs and the progress belong to @p window, which outlives this.
    Saver(Session &session, QMainWindow *window);

    /// Into the workspace that is open; asks for a name where none is.
    void save();
    void askForName();
    /// The whole, under that name.
    void saveAs(const QString &path);

    [[nodiscard]] bool isSaving() const { return m_job.isRunning(); }
    /// Verdicts or rules have changed since the workspace was saved or opened. False where there is none.
    [[nodiscard]] bool hasUnsavedChanges() const;
    /// Of the workspace; empty where there is none.
    [[nodiscard]] QString path() const;
    /// True where the window may close now. Else it asks, or waits for what is being saved, and closes the window later.
    [[nodiscard]] bool mayClose();

    /// True where other files may take the place of what is open. Else the user has said to keep it.
    [[nodiscard]] bool mayLeave();

signals:
    void changed(); ///< path() or hasUnsavedChanges()
    void saved(const QString &path);
    void failed(const QString &message); ///< a plain sentence; shown already

private:
    void takeOver();
    void update();
    void finish(const SavedWorkspace &workspace, const std::shared_ptr<const Verdicts> &verdicts);
    void fail(const Error &error);
    void tell(const QString &sentence);
    void ask();

    Session &m_session;
    QMainWindow *m_window;
    BackgroundJob m_job;
    std::shared_ptr<const WorkspaceOrigin> m_origin; ///< null where there is no workspace
    std::shared_ptr<const Verdicts> m_saved;         ///< those in the workspace
    bool m_closesAfterwards = false;
};

} // namespace clicksieve
