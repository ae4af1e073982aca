// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateways/mailserverlookup.h"

#include <QDateTime>

#include <utility>

namespace clicksieve {

MailServerLookup::MailServerLookup(MailResolver &resolver, QObject *parent)
    : QObject(parent)
    , m_resolver(resolver)
{
}

MailServerLookup::~MailServerLookup()
{
    if (m_isRunning)
        m_resolver.forgetAll();
}

void MailServerLookup::start(const std::vector<std::string> &domains)
{
    m_result = {};
    m_waiting.clear();
    for (const std::string &domain : domains)
        m_waiting.push_back({domain});
    m_asked = 0;
    m_done = 0;
    m_total = domains.size();
    m_isRunning = true;
    m_clock.start();
    askMore();
}

void MailServerLookup::cancel()
{
    if (!m_isRunning)
        return;
    m_resolver.forgetAll();
    m_result.isStopped = m_done < m_total;
    m_waiting.clear();
    m_asked = 0;
    finish();
}

void MailServerLookup::askMore()
{
    if (m_isAsking)
        return;
    m_isAsking = true;
    while (m_isRunning && m_asked < kAtOnce && !m_waiting.empty()) {
        Task task = std::move(m_waiting.front());
        m_waiting.pop_front();
        ++task.attempts;
        ++m_asked;
        m_resolver.ask(task.question, task.domain,
                       [this, task](const MailAnswer &answer) { take(task, answer); });
    }
    m_isAsking = false;
    if (m_isRunning && m_asked == 0 && m_waiting.empty())
        finish();
}

void MailServerLookup::take(Task task, const MailAnswer &answer)
{
    --m_asked;
    const bool ofServers = task.question == MailResolver::Question::MailServers;
    const bool isUnheard = answer.kind == MailAnswer::Kind::NoAnswer;
    if (isUnheard && task.attempts < kMostAttempts)
        m_waiting.push_back(std::move(task));
    else if (ofServers && (isUnheard || answer.kind == MailAnswer::Kind::NoRecord))
        // Some name servers, and some ways of asking them, are silent where there is nothing.
        m_waiting.push_front({std::move(task.domain), MailResolver::Question::Address, 0});
    else
        settle(task, answer);
    askMore();
}

void MailServerLookup::settle(const Task &task, const MailAnswer &answer)
{
    const bool ofServers = task.question == MailResolver::Question::MailServers;
    switch (answer.kind) {
    case MailAnswer::Kind::Found:
        ++m_result.found;
        if (!ofServers)
            m_result.servers.add(task.domain, {task.domain, 0}); // it takes its mail in itself
        for (const MailServer &server : answer.servers)
            m_result.servers.add(task.domain, server);
        if (ofServers && answer.servers.empty()) { // "." alone: RFC 7505
            m_result.servers.setNone(task.domain);
            --m_result.found;
            ++m_result.noMail;
        }
        break;
    case MailAnswer::Kind::NoRecord:
    case MailAnswer::Kind::NoSuchDomain:
        ++m_result.noMail;
        m_result.servers.setNone(task.domain);
        break;
    case MailAnswer::Kind::NoAnswer:
        ++m_result.failed;
        break;
    }
    ++m_done;
    emit progressed(m_done, m_total, msLeft());
}

void MailServerLookup::finish()
{
    m_isRunning = false;
    m_result.servers.setLearned(QDateTime::currentMSecsSinceEpoch());
    emit finished(std::exchange(m_result, {}));
}

qint64 MailServerLookup::msLeft() const
{
    constexpr std::size_t kEnoughToTell = 20;
    if (m_done < kEnoughToTell)
        return -1;
    return m_clock.elapsed() * static_cast<qint64>(m_total - m_done) / static_cast<qint64>(m_done);
}

} // namespace clicksieve
