// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "simulator/campaignsimulator.h"

#include "simulator/timings.h"

#include <utility>

namespace clicksieve::simulator {

namespace {

constexpr std::uint64_t streamOfTheRescans = 4;
constexpr std::uint64_t streamOfTransport = 5;
constexpr std::uint64_t streamOfPeople = 6;
constexpr std::uint64_t streamOfScanners = 7;
constexpr std::uint64_t streamOfPrefetches = 8;

// Per mille; assumptions, a clean list.
constexpr std::uint32_t bounces = 15;
constexpr std::uint32_t defersUsually = 8;
constexpr std::uint32_t defersBehindGateway = 25;

/// Assumption: the vendor looks once more at half of the clicks, for the other half it remembers the verdict.
constexpr std::uint32_t checkedAtClick = 500;

} // namespace

CampaignSimulator::CampaignSimulator(SimulationOptions options)
    : m_options(std::move(options))
    , m_links(m_options.links)
    , m_list(m_options)
    , m_plan(m_options, m_links, m_list)
    , m_people(m_options, m_links)
    , m_scanners(m_links)
{
    scheduleRescans();
}

std::vector<SimulatedEvent> CampaignSimulator::run()
{
    EventLog log;
    for (std::size_t index = 0; index < m_list.recipients().size(); ++index)
        simulateMessage(index, log);
    return log.takeSorted();
}

Message CampaignSimulator::makeMessage(std::size_t index, Random &random) const
{
    Message message;
    message.recipient = &m_list.recipients()[index];
    message.company = m_list.companyOf(*message.recipient);
    message.sentMs =
        m_options.sendTimeMs + static_cast<std::int64_t>(index * 1000 / m_options.messagesPerSecond);
    message.bounced = random.chance(bounces);
    const bool scanned = message.company != nullptr && message.company->isScanned();
    message.deferred = random.chance(scanned ? defersBehindGateway : defersUsually);
    message.deliveredMs =
        message.sentMs + (message.deferred ? Timings::deferral() : Timings::delivery()).draw(random);
    return message;
}

void CampaignSimulator::simulateMessage(std::size_t index, EventLog &log)
{
    Random transport = Random::stream(m_options.seed, streamOfTransport, index);
    Random people = Random::stream(m_options.seed, streamOfPeople, index);
    Random scanners = Random::stream(m_options.seed, streamOfScanners, index);
    Random prefetches = Random::stream(m_options.seed, streamOfPrefetches, index);

    const Message message = makeMessage(index, transport);
    log.add(message, EventType::Sent, message.sentMs);
    log.add(message, message.bounced ? EventType::Bounce : EventType::Delivered, message.deliveredMs);
    m_scanners.simulate(message, scanners, log);
    m_prefetches.simulate(message, prefetches, log);
    const std::size_t firstEvent = log.size();
    m_people.simulate(message, people, log);
    simulateClickChecks(message, firstEvent, scanners, log);
    if (const auto rescan = m_rescanStarts.find(message.company);
        rescan != m_rescanStarts.end() && !message.bounced)
        m_scanners.rescan(message, rescan->second, scanners, log);
}

void CampaignSimulator::simulateClickChecks(const Message &message, std::size_t firstEvent, Random &random,
                                            EventLog &log) const
{
    if (!message.isScanned() || !message.company->clickProtection)
        return;
    const std::size_t end = log.size();
    for (std::size_t index = firstEvent; index < end; ++index) {
        if (log.at(index).type != EventType::Click || !random.chance(checkedAtClick))
            continue;
        const SimulatedEvent click = log.at(index); // a copy: the log grows
        m_scanners.checkClick(message, click.url, click.timeMs, random, log);
    }
}

void CampaignSimulator::scheduleRescans()
{
    Random random = Random::stream(m_options.seed, streamOfTheRescans);
    for (const Company *company : m_plan.rescanned()) {
        std::int64_t startMs = m_options.sendTimeMs + random.between(2 * Timings::hour, 9 * Timings::hour);
        // Pulses at the top of the hour: docs.shoplift.ai.
        if (random.chance(500))
            startMs -= startMs % Timings::hour;
        m_rescanStarts.emplace(company, startMs);
    }
}

} // namespace clicksieve::simulator
