// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gateways/mailresolver.h"
#include "core/gateways/mailservers.h"

#include <QElapsedTimer>
#include <QObject>

#include <cstddef>
#include <deque>
#include <string>
#include <vector>

namespace clicksieve {

/// What a look-up came to.
struct MailLookupResult {
    MailServers servers;    ///< of every domain that could be told, those that take no mail with none
    std::size_t found = 0;  ///< domains with servers
    std::size_t noMail = 0; ///< domains that take no mail, or are not there
    std::size_t failed = 0; ///< domains that could not be told
    bool isStopped = false; ///< not all were asked for
};

/// Looks up the mail servers of many domains, a few at once. A domain without any is asked for its address: with one, it
/// takes its mail in itself (RFC 5321, section 5.1). Where nothing is heard it asks once more. Lives on the resolver's
/// thread; finished() always comes, after cancel() at once.
class MailServerLookup : public QObject {
    Q_OBJECT

public:
    static constexpr std::size_t kAtOnce =
        8;                                  ///< a name server for a home or an office answers as many at once
    static constexpr int kMostAttempts = 2; ///< of one question

    /// @p resolver outlives it.
    explicit MailServerLookup(MailResolver &resolver, QObject *parent = nullptr);
    ~MailServerLookup() override;

    /// @p domains as from MailServers::hostName(). @pre !isRunning()
    void start(const std::vector<std::string> &domains);
    void cancel();
    [[nodiscard]] bool isRunning() const { return m_isRunning; }

signals:
    void progressed(quint64 done, quint64 total, qint64 msLeft); ///< msLeft -1: cannot be told yet
    void finished(const clicksieve::MailLookupResult &result);

private:
    struct Task {
        std::string domain;
        MailResolver::Question question = MailResolver::Question::MailServers;
        int attempts = 0;
    };

    void askMore();
    void take(Task task, const MailAnswer &answer);
    void askAgain(Task task, MailResolver::Question question);
    void settle(const Task &task, const MailAnswer &answer);
    void finish();
    [[nodiscard]] qint64 msLeft() const;

    MailResolver &m_resolver;
    std::deque<Task> m_waiting;
    std::size_t m_asked = 0; ///< questions that are open
    std::size_t m_done = 0;  ///< domains
    std::size_t m_total = 0;
    bool m_isRunning = false;
    bool m_isAsking = false; ///< a resolver that answers at once must not come back here deeper and deeper
    QElapsedTimer m_clock;
    MailLookupResult m_result;
};

} // namespace clicksieve
