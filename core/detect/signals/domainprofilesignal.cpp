// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/signals/domainprofilesignal.h"

#include "core/detect/signals/applicability.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

namespace clicksieve {

namespace {

constexpr double kSteps = 127;
constexpr double kMiddle = 128;

/// Messages with clicks, and those of them with a certain machine's.
struct ClickedMessages {
    double all = 0;
    double certain = 0;
};

double logOdds(double share)
{
    return std::log(share / (1 - share));
}

std::uint32_t domainOf(const EventTable &table, std::size_t message)
{
    return table.domainOf(table.messages().recipient(message)).value();
}

} // namespace

DomainProfileSignal::DomainProfileSignal(const SignalSpec &spec, Parameters &parameters)
    : Signal(spec)
    , m_priorMessages(parameters.number("priorMessages", 1, 1'000'000))
    , m_lowest(parameters.weight("lowest"))
    , m_highest(parameters.weight("highest"))
    , m_limit(std::max({std::abs(m_lowest), std::abs(m_highest), 0.01}))
{
    const double probability = parameters.number("certainProbability", 0.5, 0.9999);
    m_certainLogOdds = logOdds(probability);
}

QString DomainProfileSignal::notApplicable(const EventTable &table) const
{
    if (table.domainCount() == 0)
        return QStringLiteral("This export has no e-mail addresses, so mail domains cannot be told apart.");
    return needsRecipients(table);
}

void DomainProfileSignal::sweep(const Actions &actions, std::size_t firstMessage, std::size_t lastMessage,
                                FirstPass firstPass, std::span<std::uint8_t> levels) const
{
    const auto isCertain = [&](std::size_t action) {
        return static_cast<double>(firstPass[action]) >= m_certainLogOdds;
    };
    std::unordered_map<std::uint32_t, ClickedMessages> domains;
    ClickedMessages campaign;
    for (std::size_t message = firstMessage; message < lastMessage; ++message) {
        bool clicked = false;
        bool certain = false;
        const auto [first, last] = actions.ofMessage(message);
        for (std::size_t action = first; action < last; ++action) {
            clicked |= actions.isClick(action);
            certain |= actions.isClick(action) && isCertain(action);
        }
        if (!clicked)
            continue;
        for (ClickedMessages *count : {&domains[domainOf(actions.table(), message)], &campaign}) {
            count->all += 1;
            count->certain += certain ? 1 : 0;
        }
    }
    if (campaign.certain == 0)
        return; // nothing is scanned here, so no domain differs

    // Half a message either way keeps the share off 0 and 1.
    const double usual = (campaign.certain + 0.5) / (campaign.all + 1);
    for (std::size_t message = firstMessage; message < lastMessage; ++message) {
        const auto [first, last] = actions.ofMessage(message);
        for (std::size_t action = first; action < last; ++action) {
            if (!actions.isClick(action) || isCertain(action))
                continue;
            const ClickedMessages &domain = domains.at(domainOf(actions.table(), message));
            const double share = (domain.certain + m_priorMessages * usual) / (domain.all + m_priorMessages);
            levels[action] = levelFor(std::clamp(logOdds(share) - logOdds(usual), m_lowest, m_highest));
        }
    }
}

std::uint8_t DomainProfileSignal::levelFor(double value) const
{
    const auto level = static_cast<std::uint8_t>(std::lround(kMiddle + kSteps * value / m_limit));
    return level == static_cast<std::uint8_t>(kMiddle) ? 0 : level; // nothing to say
}

double DomainProfileSignal::weight(std::uint8_t level, EventType) const
{
    return (level - kMiddle) / kSteps * m_limit;
}

QString DomainProfileSignal::explain(const Actions &actions, std::size_t action, std::uint8_t level) const
{
    const EventTable &table = actions.table();
    const std::string_view utf8 = table.domainText(table.domainOf(table.recipient(actions.event(action))));
    const QString domain = QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
    return level > kMiddle
               ? QStringLiteral(
                     "Mail to %1 is scanned more often than that of other domains in this campaign.")
                     .arg(domain)
               : QStringLiteral(
                     "Mail to %1 is scanned less often than that of other domains in this campaign.")
                     .arg(domain);
}

} // namespace clicksieve
