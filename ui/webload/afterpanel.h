// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis.h"
#include "core/jobs/backgroundjob.h"
#include "core/weblogs/loadstory.h"
#include "core/weblogs/weblog.h"

#include <QStringList>
#include <QWidget>

#include <memory>

class QLabel;
class QProgressBar;
class QPushButton;

namespace clicksieve {

class AfterChart;

/// What the send of the open export did to the web server, by the server's own access logs. They are read in the background.
class AfterPanel : public QWidget {
    Q_OBJECT

public:
    explicit AfterPanel(QWidget *parent = nullptr);

    /// Logs that are open are read again beside it; what is shown stays until then.
    void setAnalysis(const Analysis &analysis);
    void read(const QStringList &paths);
    [[nodiscard]] bool isWorking() const { return m_job.isRunning(); }

private:
    struct Read {
        std::shared_ptr<const WebLog> log;
        LoadStory story;
    };

    [[nodiscard]] QWidget *makeTop();
    void askForLogs();
    void present(const Result<Read> &read);
    void showNothing(const QString &sentence);

    Analysis m_analysis;
    QStringList m_paths;
    QLabel *m_headline;
    QLabel *m_story;
    AfterChart *m_chart;
    QLabel *m_cache;
    QLabel *m_notes;
    QPushButton *m_open;
    QPushButton *m_copy;
    QPushButton *m_stop;
    QProgressBar *m_progress;
    BackgroundJob m_job;
};

} // namespace clicksieve
