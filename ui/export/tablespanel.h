// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/backgroundjob.h"
#include "core/metrics/filter.h"
#include "ui/export/figurestable.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace clicksieve {

/// Saves the figures in view as CSV, a row for each campaign, domain or link.
class TablesPanel : public QFrame {
    Q_OBJECT

public:
    explicit TablesPanel(QWidget *parent = nullptr);

    void setView(const Analysis &analysis, const Filter &filter);
    /// Writes in the background; finished() follows.
    void save(FiguresBy by, const QString &path);

signals:
    void finished(bool written, const QString &sentence);

private:
    [[nodiscard]] QPushButton *makeButton(const QString &text, FiguresBy by, const QString &fileName);
    void showResult(const Result<qint64> &result, const QString &path);

    Analysis m_analysis;
    Filter m_filter;
    BackgroundJob m_job;
    QLabel *m_intro;
    QLabel *m_result;
};

} // namespace clicksieve
