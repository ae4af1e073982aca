// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/signals/earlydomainsignal.h"

#include "core/detect/signals/applicability.h"
#include "core/detect/signals/wording.h"

#include <algorithm>
#include <cmath>

namespace clicksieve {

namespace {

constexpr double kSteps = 255;

} // namespace

EarlyDomainSignal::EarlyDomainSignal(const SignalSpec &spec, Parameters &parameters)
    : Signal(spec)
    , m_within(parameters.seconds("withinSeconds"))
    , m_session(parameters.seconds("sessionSeconds"))
    , m_fewestMessages(parameters.count("fewestMessages", 1, 1'000'000))
    , m_fewestOthers(parameters.count("fewestOthers", 0, 1'000'000))
    , m_highest(parameters.number("highest", 0.1, 20))
{
    const double probability = parameters.number("certainProbability", 0.5, 0.9999);
    m_certainLogOdds = std::log(probability / (1 - probability));
}

QString EarlyDomainSignal::notApplicable(const EventTable &table) const
{
    if (table.domainCount() == 0)
        return QStringLiteral("This export has no e-mail addresses, so mail domains cannot be told apart.");
    for (const QString &reason : {needsRecipients(table), needsMinutes(table), needsSendTime(table)}) {
        if (!reason.isEmpty())
            return reason;
    }
    return {};
}

void EarlyDomainSignal::sweep(const Actions &actions, std::size_t firstMessage, std::size_t lastMessage,
                              Earlier earlier, std::span<std::uint8_t> levels) const
{
    const EarlyDomains domains(actions, firstMessage, lastMessage, EventType::Click, m_within,
                               [&](std::size_t message) { return isExplained(actions, message, earlier); });
    if (domains.usualMessages() < m_fewestOthers)
        return;
    const EventTable &table = actions.table();
    for (std::size_t message = firstMessage; message < lastMessage; ++message) {
        const double logOdds = logOddsFor(domains, table.domainOf(table.messages().recipient(message)));
        if (logOdds > 0 && !isExplained(actions, message, earlier))
            mark(actions, message, domains, logOdds, levels);
    }
}

double EarlyDomainSignal::logOddsFor(const EarlyDomains &domains, DomainIndex domain) const
{
    const EarlyDomains::Domain *counts = domains.find(domain);
    if (counts == nullptr || counts->early + counts->certain < m_fewestMessages)
        return 0;
    const double odds = counts->scanned * counts->machineShare / domains.usualShare();
    return odds <= 1 ? 0 : std::log(odds);
}

std::uint8_t EarlyDomainSignal::levelFor(double logOdds) const
{
    return static_cast<std::uint8_t>(std::lround(kSteps * std::clamp(logOdds, 0.0, m_highest) / m_highest));
}

bool EarlyDomainSignal::isExplained(const Actions &actions, std::size_t message, Earlier earlier) const
{
    const auto [first, last] = actions.ofMessage(message);
    for (std::size_t action = first; action < last; ++action) {
        if (actions.isClick(action) && static_cast<double>(earlier[action]) >= m_certainLogOdds)
            return true;
    }
    return false;
}

void EarlyDomainSignal::mark(const Actions &actions, std::size_t message, const EarlyDomains &domains,
                             double logOdds, std::span<std::uint8_t> levels) const
{
    const auto [first, last] = actions.ofMessage(message);
    TimeMs began = kNoTime;
    for (std::size_t action = first; action < last; ++action) {
        const TimeMs delay = actions.sinceDelivery(message, action);
        if (delay == kNoTime || delay > m_within)
            return;
        if (!actions.isClick(action))
            continue;
        if (began == kNoTime)
            began = delay;
        if (delay - began <= m_session)
            levels[action] = levelFor(logOdds + std::log(domains.timeRatio(began)));
    }
}

double EarlyDomainSignal::weight(std::uint8_t level, EventType) const
{
    return level / kSteps * m_highest;
}

QString EarlyDomainSignal::explain(const Actions &actions, std::size_t action, std::uint8_t) const
{
    const EventTable &table = actions.table();
    const std::size_t message = actions.message(action).value();
    const auto [first, last] = table.messages().messagesOf(table.messages().campaign(message));
    const EarlyDomains domains(actions, first, last, EventType::Click, m_within, {});
    const DomainIndex domain = table.domainOf(table.messages().recipient(message));
    const EarlyDomains::Domain *counts = domains.find(domain);
    const std::string_view utf8 = table.domainText(domain);
    return QStringLiteral(
               "%1 of the %2 to %3 were clicked within %4 of delivery. Elsewhere it is about 1 in %5.")
        .arg(counts == nullptr ? 0 : counts->early)
        .arg(wording::counted(counts == nullptr ? 0 : counts->messages, QStringLiteral("mail"),
                              QStringLiteral("mails")),
             QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size())), wording::span(m_within))
        .arg(std::lround(1 / domains.usualShare()));
}

} // namespace clicksieve
