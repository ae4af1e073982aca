// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gateways/mailserverfile.h"
#include "core/gateways/mailserverlookup.h"
#include "core/jobs/backgroundjob.h"

#include <QWidget>

#include <memory>

class QLabel;
class QProgressBar;
class QPushButton;

namespace clicksieve {

class Session;

/// Of how many domains it is known who takes their mail in, and the ways to know more. What it learns goes to the
/// session.
class MailServerBar : public QWidget {
    Q_OBJECT

public:
    explicit MailServerBar(Session &session, QWidget *parent = nullptr);
    ~MailServerBar() override;

    /// Another way to ask than this computer's name server. @pre nothing is being looked up
    void setResolver(std::unique_ptr<MailResolver> resolver);

    /// Adds what a table of domains and mail servers says to what is known.
    void readTable(const QString &path);
    /// Looks up the domains that are not known, or not since kOldAfterDays. The user has agreed.
    void lookUp();
    void stopLookUp();

    static constexpr int kOldAfterDays =
        30; ///< who changes the filter before the mailboxes does so once in years

private:
    [[nodiscard]] std::vector<std::string> domainsToAsk() const;
    void askToLookUp();
    void showProgress(quint64 done, quint64 total, qint64 msLeft);
    void takeLookUp(const MailLookupResult &result);
    void learn(const MailServers &servers);
    void say(const QString &sentence);
    [[nodiscard]] QString ageText() const;
    void buildLayout();
    void askForTable();
    void take(const Result<MailServerFile> &file);
    void showState();

    Session &m_session;
    QLabel *m_state;
    QLabel *m_message; ///< what came of the last table or look-up; hidden without one
    QProgressBar *m_progress;
    QPushButton *m_read;
    QPushButton *m_lookUp; ///< while it runs: Stop
    QPushButton *m_forget;
    std::unique_ptr<MailResolver> m_resolver;
    std::unique_ptr<MailServerLookup> m_lookup;
    BackgroundJob m_reading; ///< last, so that it ends before what it fills
};

} // namespace clicksieve
