// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/signals/earlydomains.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>

namespace clicksieve {

namespace {

/// Shares of the messages that a scanner may click: it leaves some alone, and rarely most.
constexpr std::array<double, 4> kMachineShares{0.3, 0.5, 0.7, 0.9};
constexpr int kRounds = 25;
// As much as half a message in a hundred, so that few messages do not look like none; and no usual share is higher.
constexpr double kUsualHits = 0.5;
constexpr double kUsualMessages = 100;
constexpr double kHighestUsual = 0.15;
constexpr double kScannedHits = 0.5;
constexpr double kScannedDomains = 5;

// From so many of its messages on a domain counts as swept.
constexpr double kSweptShare = 0.2;
// Beside sweeps, as much as one early click in ten messages, so that few messages do not make a rule; and a domain has to
// have several to differ from the others.
constexpr double kBesideHits = 1;
constexpr double kBesideMessages = 10;
constexpr double kSweptMessages = 4;

/// Doublings of five seconds: scanners' delays spread by factors, not by seconds.
constexpr TimeMs kFirstStep = 5'000;
// As many firsts are taken to be spread evenly, those of machines over the steps, those of people over time.
constexpr double kMachineFirsts = 5;
constexpr double kPersonFirsts = 10;

std::size_t placeOf(TimeMs delay)
{
    return delay < kFirstStep
               ? 0
               : static_cast<std::size_t>(std::bit_width(static_cast<std::uint64_t>(delay / kFirstStep)));
}

/// When the message was first acted on, where that was early; kNoTime where not.
TimeMs firstEarly(const Actions &actions, std::size_t message, EventType type, TimeMs within)
{
    const auto [first, last] = actions.ofMessage(message);
    for (std::size_t action = first; action < last; ++action) {
        const TimeMs delay = actions.sinceDelivery(message, action);
        if (delay > within)
            return kNoTime; // in order of time
        if (actions.type(action) == type)
            return delay;
    }
    return kNoTime;
}

double logLikelihood(const EarlyDomains::Domain &domain, double share)
{
    return domain.early * std::log(share) + (domain.messages - domain.early) * std::log1p(-share);
}

} // namespace

EarlyDomains::EarlyDomains(const Actions &actions, std::size_t firstMessage, std::size_t lastMessage,
                           EventType type, TimeMs within, const IsCertain &isCertain)
{
    const EventTable &table = actions.table();
    const MessageTable &messages = table.messages();
    std::vector<First> firsts;
    for (std::size_t message = firstMessage; message < lastMessage; ++message) {
        const bool isTimed =
            messages.deliveredTime(message) != kNoTime || messages.sentTime(message) != kNoTime;
        const DomainIndex of = table.domainOf(messages.recipient(message));
        if (!isTimed || messages.hasBounce(message) || of.isNone())
            continue;
        Domain &domain = m_domains[of.value()].domain;
        if (isCertain && isCertain(message)) {
            ++domain.certain;
            continue;
        }
        ++domain.messages;
        const TimeMs delay = firstEarly(actions, message, type, within);
        if (delay == kNoTime)
            continue;
        ++domain.early;
        firsts.push_back({of.value(), delay});
    }
    group();
    learnSwept();
    fit();
    learnTimes(firsts, within);
}

const EarlyDomains::Domain *EarlyDomains::find(DomainIndex domain) const
{
    const auto found = domain.isNone() ? m_domains.end() : m_domains.find(domain.value());
    return found == m_domains.end() ? nullptr : &found->second.kind->domain;
}

bool EarlyDomains::isSwept(const Domain &domain)
{
    return domain.certain > 0
           && domain.certain >= kSweptShare * static_cast<double>(domain.messages + domain.certain);
}

EarlyDomains::Key EarlyDomains::keyOf(const Domain &domain)
{
    return {domain.messages, domain.early, isSwept(domain) ? 1U : 0U};
}

void EarlyDomains::group()
{
    for (auto &[name, counted] : m_domains) {
        Kind &kind = m_kinds[keyOf(counted.domain)];
        kind.domain = counted.domain;
        ++kind.domains;
        counted.kind = &kind;
    }
}

void EarlyDomains::learnSwept()
{
    double early = kBesideHits;
    double messages = kBesideMessages;
    for (const auto &[name, counted] : m_domains) {
        const Domain &domain = counted.domain;
        if (!isSwept(domain))
            continue;
        early += domain.early;
        messages += domain.messages;
    }
    m_besideSweeps = early / messages;
}

void EarlyDomains::fit()
{
    const auto domains = static_cast<double>(m_domains.size());
    for (int round = 0; round < kRounds; ++round) {
        double scanned = kScannedHits;
        double hits = kUsualHits;
        m_usualMessages = 0;
        for (auto &[counts, kind] : m_kinds) {
            judge(kind.domain);
            const double usual = (1 - kind.domain.scanned) * kind.domains;
            scanned += kind.domain.scanned * kind.domains;
            hits += usual * kind.domain.early;
            m_usualMessages += usual * kind.domain.messages;
        }
        m_scanned = scanned / (domains + kScannedDomains);
        m_usual = std::min(kHighestUsual, hits / (m_usualMessages + kUsualMessages));
    }
}

void EarlyDomains::learnTimes(const std::vector<First> &firsts, TimeMs within)
{
    const std::size_t steps = placeOf(within) + 1;
    std::vector<double> machines(steps, kMachineFirsts / static_cast<double>(steps));
    std::vector<double> people(steps, 0);
    for (std::size_t step = 0; step < steps; ++step) {
        const auto from = static_cast<double>(step == 0 ? 0 : kFirstStep << (step - 1));
        const double to = std::min(static_cast<double>(kFirstStep << step), static_cast<double>(within) + 1);
        people[step] = kPersonFirsts * (to - from) / (static_cast<double>(within) + 1);
    }
    double allMachines = kMachineFirsts;
    double allPeople = kPersonFirsts;
    for (const First &first : firsts) {
        const Domain *domain = find(DomainIndex{first.domain});
        const double byMachines = domain->scanned * domain->machineShare;
        const double isMachine = byMachines / (byMachines + m_usual);
        machines[placeOf(first.delay)] += isMachine;
        people[placeOf(first.delay)] += 1 - isMachine;
        allMachines += isMachine;
        allPeople += 1 - isMachine;
    }
    for (std::size_t step = 0; step < steps; ++step)
        m_timeRatios.push_back(machines[step] / allMachines * allPeople / people[step]);
}

double EarlyDomains::timeRatio(TimeMs delay) const
{
    return m_timeRatios[std::min(placeOf(delay), m_timeRatios.size() - 1)];
}

void EarlyDomains::judge(Domain &domain) const
{
    if (isSwept(domain)) {
        domain.scanned = 1;
        domain.machineShare =
            (domain.early + kSweptMessages * m_besideSweeps) / (domain.messages + kSweptMessages);
        return;
    }
    const double usual = logLikelihood(domain, m_usual);
    double sum = 0;
    double weighted = 0;
    for (const double share : kMachineShares) {
        // Relative to the usual, so that large domains do not leave the range of numbers; capped for the same reason.
        const double ratio = std::exp(std::min(300.0, logLikelihood(domain, share) - usual));
        sum += ratio;
        weighted += ratio * share;
    }
    const double odds = m_scanned / (1 - m_scanned) * sum / static_cast<double>(kMachineShares.size());
    domain.scanned = odds / (1 + odds);
    domain.machineShare = sum > 0 ? weighted / sum : kMachineShares.front();
}

} // namespace clicksieve
