// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "simulator/scannerplan.h"

#include "simulator/agents.h"
#include "simulator/networks.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace clicksieve::simulator {

namespace {

constexpr std::uint64_t streamOfThePlan = 3;

/// The published fleet met many small domains, about 4 inboxes each
/// (Robert-312/Email-Tracking-BOT-Detection), so small companies go to it first.
constexpr std::uint32_t smallCompany = 12;

/// Addresses, agents and services of the manners that have one service each: assumptions.
constexpr std::size_t agentsOfProbes = 10;

} // namespace

ScannerPlan::ScannerPlan(const SimulationOptions &options, const LinkSet &links, MailingList &list)
    : m_options(options.scanners)
    , m_random(Random::stream(options.seed, streamOfThePlan))
    , m_links(links)
{
    makeServices();
    assign(list, options.scannedShare);
    chooseRescans(list);
}

void ScannerPlan::makeServices()
{
    for (const Networks::Ranges *ranges :
         {&Networks::microsoftFilters(), &Networks::barracudaFilters(), &Networks::clickProtection()})
        m_listed.push_back(makeFleet(Manner::DelayedSweep, Networks::drawMany(*ranges, 12, m_random), 2));
    // Microsoft's filters also send no agent at all: edalzell/laravel-passwordless-login issue 79.
    m_listed.front().agents.emplace_back("");
    for (int service = 0; service < 6; ++service) {
        const auto size = static_cast<std::size_t>(m_random.between(6, 30));
        m_unlisted.push_back(
            makeFleet(Manner::DelayedSweep, Networks::drawMany(Networks::clouds(), size, m_random), 2));
    }
    // 28 addresses, one agent: Robert-312/Email-Tracking-BOT-Detection.
    m_partial =
        makeFleet(Manner::PartialFleet,
                  Networks::drawMany({Networks::clouds().front()}, m_options.fleetAddresses, m_random), 1);
    m_partial.links = thirdOfLinks();
    // Messages that met up to 40 addresses and 12 agents, all links: same source.
    m_rotating = makeFleet(Manner::RotatingSweep, Networks::drawMany(Networks::clouds(), 120, m_random), 1);
    m_rotating.agents = Agents::scanners();
    m_rotating.links.resize(m_links.size());
    std::iota(m_rotating.links.begin(), m_rotating.links.end(), std::size_t{0});
    makeRareServices();
}

void ScannerPlan::makeRareServices()
{
    // Drawn only where they are asked for: the other campaigns stay what they are.
    if (isInMix(Manner::SingleLinkProbe)) {
        m_probing = makeFleet(Manner::SingleLinkProbe, {}, 0);
        m_probing.newAddresses = m_options.probesFromHomes ? &Networks::homes() : &Networks::clouds();
        while (m_probing.agents.size() < agentsOfProbes)
            m_probing.agents.push_back(m_random.chance(700) ? Agents::desktop(m_random)
                                                            : Agents::phone(m_random));
    }
    if (isInMix(Manner::HourlyPulse))
        m_pulsing = makeFleet(Manner::HourlyPulse, Networks::drawMany(Networks::clouds(), 20, m_random), 2);
    m_idle.manner = Manner::TimeOfClick;
    if (m_options.outlookScanned > 0) {
        const Networks::Ranges &ranges =
            m_random.chance(500) ? Networks::microsoftFilters() : Networks::clouds();
        m_ofOutlook = makeFleet(Manner::DelayedSweep, Networks::drawMany(ranges, 40, m_random), 2);
    }
}

bool ScannerPlan::isInMix(Manner manner) const
{
    return std::any_of(
        m_options.mix.begin(), m_options.mix.end(),
        [manner](const ScannerOptions::Share &share) { return share.manner == manner && share.percent > 0; });
}

void ScannerPlan::assign(MailingList &list, double share)
{
    std::vector<std::size_t> order(list.companies().size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    m_random.shuffle(order);
    std::uint64_t people = 0;
    for (const Company &company : list.companies())
        people += company.size;
    const auto quota = people * static_cast<std::uint64_t>(std::llround(share * 1'000'000.0)) / 1'000'000;
    for (const std::size_t index : order) {
        Company &company = list.companies()[index];
        if (m_scannedRecipients + company.size <= quota)
            assignFleet(company);
    }
}

void ScannerPlan::assignFleet(Company &company)
{
    const Manner manner = neededManner(company);
    m_assigned[manner] += company.size;
    company.fleet = &fleetFor(company, manner);
    company.clickProtection = m_random.chance(m_options.clickProtection);
    m_scannedRecipients += company.size;
}

Manner ScannerPlan::neededManner(const Company &company) const
{
    // The manner that lags most behind its share gets the next company: short lists keep the mix, too.
    Manner best = Manner::DelayedSweep;
    std::int64_t mostMissing = std::numeric_limits<std::int64_t>::min();
    for (const ScannerOptions::Share &share : m_options.mix) {
        const std::int64_t target = std::int64_t{share.percent} * (m_scannedRecipients + company.size);
        const std::int64_t missing = target - 100 * std::int64_t{assigned(share.manner)};
        if (share.manner == Manner::PartialFleet && missing > 0 && company.size <= smallCompany)
            return share.manner;
        if (missing > mostMissing) {
            mostMissing = missing;
            best = share.manner;
        }
    }
    return best;
}

std::uint32_t ScannerPlan::assigned(Manner manner) const
{
    const auto found = m_assigned.find(manner);
    return found == m_assigned.end() ? 0 : found->second;
}

const ScannerFleet &ScannerPlan::fleetFor(const Company &company, Manner manner)
{
    if (manner == Manner::PartialFleet)
        return m_partial;
    if (manner == Manner::RotatingSweep)
        return m_rotating;
    if (manner == Manner::SingleLinkProbe)
        return m_probing;
    if (manner == Manner::HourlyPulse)
        return m_pulsing;
    if (manner == Manner::TimeOfClick)
        return m_idle;
    if (manner != Manner::DelayedSweep) {
        const auto size = static_cast<std::size_t>(m_random.between(1, 4));
        m_own.push_back(makeFleet(manner, Networks::drawMany(Networks::clouds(), size, m_random), 1));
        return m_own.back();
    }
    const bool listed = (m_assignedToListed + company.size) * 100
                        <= (assigned(Manner::DelayedSweep) + company.size) * m_options.listedPercent;
    m_assignedToListed += listed ? company.size : 0;
    return m_random.pick(listed ? m_listed : m_unlisted);
}

void ScannerPlan::chooseRescans(const MailingList &list)
{
    // A forward or a new verdict makes the gateway look at the whole domain once more.
    std::vector<const Company *> candidates;
    for (const Company &company : list.companies()) {
        if (company.isScanned() && company.fleet->manner == Manner::DelayedSweep && company.size >= 6
            && company.size <= 30)
            candidates.push_back(&company);
    }
    m_random.shuffle(candidates);
    candidates.resize(
        std::min<std::size_t>(candidates.size(), 1 + m_scannedRecipients / m_options.recipientsPerRescan));
    m_rescanned = candidates;
}

ScannerFleet ScannerPlan::makeFleet(Manner manner, const std::vector<std::string> &addresses,
                                    std::size_t agents)
{
    ScannerFleet fleet;
    fleet.manner = manner;
    fleet.addresses = addresses;
    while (fleet.agents.size() < agents)
        fleet.agents.push_back(Agents::scanner(m_random));
    fleet.links = followedLinks();
    return fleet;
}

std::vector<std::size_t> ScannerPlan::followedLinks()
{
    // Some skip unsubscribe links (Symantec, article 161979), many do not (mautic/mautic issue 9162).
    const bool skipsUnsubscribe = m_random.chance(350);
    std::vector<std::size_t> links;
    for (std::size_t link = 0; link < m_links.size(); ++link) {
        if (!skipsUnsubscribe || link != m_links.unsubscribe())
            links.push_back(link);
    }
    return someOf(std::move(links));
}

std::vector<std::size_t> ScannerPlan::someOf(std::vector<std::size_t> links)
{
    // Renderers pass over what nobody can see; that three in ten do is an assumption.
    if (m_links.hidden() < m_links.size() && m_random.chance(300))
        links.pop_back();
    if (m_options.fewestLinks >= 1000)
        return links;
    const auto share = static_cast<std::size_t>(m_random.between(m_options.fewestLinks, 1000));
    const bool firstOnes = m_random.chance(500);
    if (!firstOnes)
        m_random.shuffle(links);
    links.resize(std::max<std::size_t>(1, links.size() * share / 1000));
    std::sort(links.begin(), links.end());
    return links;
}

std::vector<std::size_t> ScannerPlan::thirdOfLinks()
{
    // 12 of 37 links: Robert-312/Email-Tracking-BOT-Detection. The same ones for everybody.
    std::vector<std::size_t> links(m_links.size());
    std::iota(links.begin(), links.end(), std::size_t{0});
    m_random.shuffle(links);
    links.resize(std::max<std::size_t>(1, (links.size() * m_options.fleetLinksOf37 + 18) / 37));
    std::sort(links.begin(), links.end());
    return links;
}

} // namespace clicksieve::simulator
