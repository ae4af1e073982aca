// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "simulator/campaignsimulator.h"

#include "simulator/timings.h"

#include <string>
#include <string_view>
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

constexpr std::string_view outlook = "@outlook.com";

} // namespace

CampaignSimulator::CampaignSimulator(SimulationOptions options)
    : m_options(std::move(options))
    , m_links(m_options.links, m_options.hiddenLink)
    , m_list(m_options)
    , m_plan(m_options, m_links, m_list)
    , m_people(m_options, m_links)
    , m_scanners(m_options.scanners, m_links)
    , m_prefetches(m_options.people)
{
}

std::vector<SimulatedEvent> CampaignSimulator::run()
{
    EventLog log;
    for (std::uint32_t campaign = 0; campaign < m_options.campaigns; ++campaign) {
        scheduleRescans(campaign);
        for (std::size_t index = 0; index < m_list.recipients().size(); ++index)
            simulateMessage(campaign, index, log);
    }
    std::vector<SimulatedEvent> events = log.takeSorted();
    for (SimulatedEvent &event : events) {
        // Each mailing has pages of its own.
        if (event.campaign > 0 && !event.url.empty())
            event.url.insert(event.url.find("?"), "/week-" + std::to_string(event.campaign + 1));
    }
    return events;
}

std::int64_t CampaignSimulator::startOf(std::uint32_t campaign) const
{
    return m_options.sendTimeMs + 7 * Timings::day * std::int64_t{campaign};
}

Message CampaignSimulator::makeMessage(std::uint32_t campaign, std::size_t index, Random &random) const
{
    Message message;
    message.recipient = &m_list.recipients()[index];
    message.company = m_list.companyOf(*message.recipient);
    message.campaign = campaign;
    message.sentMs =
        startOf(campaign) + static_cast<std::int64_t>(index * 1000 / m_options.messagesPerSecond);
    if (message.company != nullptr) {
        message.fleet = message.company->fleet;
        message.latency = message.company->latency;
    }
    message.bounced = random.chance(bounces);
    message.deferred = random.chance(message.fleet != nullptr ? m_options.scanners.deferred : defersUsually);
    message.deliveredMs =
        message.sentMs + (message.deferred ? Timings::deferral() : Timings::delivery()).draw(random);
    if (m_options.scanners.outlookScanned > 0 && message.recipient->address.ends_with(outlook)
        && random.chance(m_options.scanners.outlookScanned)) {
        message.fleet = &m_plan.ofOutlook();
        message.latency = random.between(0, QuantileCurve::whole);
    }
    return message;
}

void CampaignSimulator::simulateMessage(std::uint32_t campaign, std::size_t index, EventLog &log)
{
    const std::uint64_t item = (std::uint64_t{campaign} << 32U) | index;
    Random transport = Random::stream(m_options.seed, streamOfTransport, item);
    Random people = Random::stream(m_options.seed, streamOfPeople, item);
    Random scanners = Random::stream(m_options.seed, streamOfScanners, item);
    Random prefetches = Random::stream(m_options.seed, streamOfPrefetches, item);

    const Message message = makeMessage(campaign, index, transport);
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
    const bool atVendor =
        message.isScanned() && message.company != nullptr && message.company->clickProtection;
    const bool atEndpoint =
        m_options.scanners.endpointChecks > 0 && random.chance(m_options.scanners.endpointChecks);
    if (!atVendor && !atEndpoint)
        return;
    const std::size_t end = log.size();
    for (std::size_t index = firstEvent; index < end; ++index) {
        if (log.at(index).type != EventType::Click)
            continue;
        const SimulatedEvent click = log.at(index); // a copy: the log grows
        if (atVendor && random.chance(m_options.scanners.checkedAtClick))
            m_scanners.checkClick(message, click.url, click.timeMs, random, log);
        if (atEndpoint)
            ScannerSimulator::checkAtEndpoint(message, click, random, log);
    }
}

void CampaignSimulator::scheduleRescans(std::uint32_t campaign)
{
    m_rescanStarts.clear();
    Random random = Random::stream(m_options.seed, streamOfTheRescans, campaign);
    for (const Company *company : m_plan.rescanned()) {
        std::int64_t startMs =
            startOf(campaign)
            + random.between(m_options.scanners.rescanFromMs, m_options.scanners.rescanToMs);
        // Pulses at the top of the hour: docs.shoplift.ai.
        if (random.chance(500))
            startMs -= startMs % Timings::hour;
        m_rescanStarts.emplace(company, startMs);
    }
}

} // namespace clicksieve::simulator
