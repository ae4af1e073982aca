// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/backgroundjob.h"
#include "ui/shell/viewcount.h"

#include <QLabel>

namespace clicksieve {

class Session;

/// "412,003 of 9,800,112 opens and clicks · 3 filters · rules: balanced 1": how much is in view. Counted in the
/// background; says "counting…" rather than a number that no longer holds.
class StatusLine : public QLabel {
    Q_OBJECT

public:
    explicit StatusLine(Session &session, QWidget *parent = nullptr);

    [[nodiscard]] bool isCounting() const { return m_job.isRunning(); }

private:
    void count();
    void showCount(const ViewCount &count);
    [[nodiscard]] QString filterAndRules() const;
    [[nodiscard]] QString ownVerdicts() const;
    [[nodiscard]] QString ownLists() const;

    Session &m_session;
    BackgroundJob m_job;
};

} // namespace clicksieve
