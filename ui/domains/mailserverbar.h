// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gateways/mailserverfile.h"
#include "core/jobs/backgroundjob.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace clicksieve {

class Session;

/// Of how many domains it is known who takes their mail in, and the ways to know more. What it learns goes to the
/// session.
class MailServerBar : public QWidget {
    Q_OBJECT

public:
    explicit MailServerBar(Session &session, QWidget *parent = nullptr);

    /// Adds what a table of domains and mail servers says to what is known.
    void readTable(const QString &path);

private:
    void askForTable();
    void take(const Result<MailServerFile> &file);
    void showState();

    Session &m_session;
    QLabel *m_state;
    QLabel *m_problem; ///< of the last table; hidden without one
    QPushButton *m_read;
    QPushButton *m_forget;
    BackgroundJob m_reading; ///< last, so that it ends before what it fills
};

} // namespace clicksieve
