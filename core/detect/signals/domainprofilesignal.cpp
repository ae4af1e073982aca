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

/// Messages, and those of them that a machine clicked.
struct ScannedMessages {
    double all = 0;
    double scanned = 0;
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
    , m_usualShare(parameters.number("usualShare", 0.001, 0.999))
    , m_campaignMessages(parameters.number("campaignMessages", 0.01, 1'000'000))
    , m_domainMessages(parameters.number("domainMessages", 0.01, 1'000'000))
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
                                Earlier earlier, std::span<std::uint8_t> levels) const
{
    const auto isCertain = [&](std::size_t action) {
        return static_cast<double>(earlier[action]) >= m_certainLogOdds;
    };
    std::unordered_map<std::uint32_t, ScannedMessages> domains;
    ScannedMessages campaign;
    for (std::size_t message = firstMessage; message < lastMessage; ++message) {
        const auto [first, last] = actions.ofMessage(message);
        bool scanned = false;
        for (std::size_t action = first; action < last && !scanned; ++action)
            scanned = actions.isClick(action) && isCertain(action);
        for (ScannedMessages *count : {&domains[domainOf(actions.table(), message)], &campaign}) {
            count->all += 1;
            count->scanned += scanned ? 1 : 0;
        }
    }
    const double ofCampaign =
        (campaign.scanned + m_campaignMessages * m_usualShare) / (campaign.all + m_campaignMessages);
    std::unordered_map<std::uint32_t, std::uint8_t> levelOf;
    for (const auto &[name, domain] : domains) {
        const double share =
            (domain.scanned + m_domainMessages * ofCampaign) / (domain.all + m_domainMessages);
        levelOf[name] = levelFor(std::clamp(std::log(share / m_usualShare), m_lowest, m_highest));
    }
    for (std::size_t message = firstMessage; message < lastMessage; ++message) {
        const auto [first, last] = actions.ofMessage(message);
        const auto isDoubtful = [&](std::size_t action) {
            return actions.isClick(action) && !isCertain(action);
        };
        std::size_t action = first;
        while (action < last && !isDoubtful(action))
            ++action;
        if (action == last)
            continue;
        const std::uint8_t level = levelOf.at(domainOf(actions.table(), message));
        for (; action < last; ++action) {
            if (isDoubtful(action))
                levels[action] = level;
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
                     "Of the mail to %1 in this campaign, machines clicked much, by what is certain.")
                     .arg(domain)
               : QStringLiteral("Of the mail to %1 in this campaign, machines clicked little or none, by "
                                "what is certain.")
                     .arg(domain);
}

} // namespace clicksieve
