// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "simulator/scannersimulator.h"

#include "simulator/agents.h"
#include "simulator/networks.h"
#include "simulator/timings.h"

#include <algorithm>
#include <numeric>

namespace clicksieve::simulator {

namespace {

std::string drawAddress(const ScannerFleet &fleet, Random &random)
{
    return fleet.newAddresses != nullptr ? Networks::draw(*fleet.newAddresses, random)
                                         : random.pick(fleet.addresses);
}

Source drawSource(const ScannerFleet &fleet, Random &random)
{
    return {drawAddress(fleet, random), random.pick(fleet.agents)};
}

template <typename Item>
std::vector<Item> someOf(std::vector<Item> items, std::size_t count, Random &random)
{
    random.shuffle(items);
    items.resize(std::min(items.size(), count));
    return items;
}

} // namespace

ScannerSimulator::ScannerSimulator(const ScannerOptions &options, const LinkSet &links)
    : m_options(options)
    , m_links(links)
{
}

void ScannerSimulator::simulate(const Message &message, Random &random, EventLog &log) const
{
    if (!message.isScanned() || message.fleet->manner == Manner::TimeOfClick
        || random.chance(m_options.leftAlone))
        return;
    const Manner manner = message.fleet->manner;
    if (message.deferred) {
        beforeDelivery(message, random, log);
    } else if (manner == Manner::SingleLinkProbe || random.chance(probeChance(manner))) {
        probe(message, random, log);
    } else if (manner == Manner::HourlyPulse) {
        pulse(message, random, log);
    } else {
        const std::int64_t startMs = startOf(message, random);
        fetchPixel(message, startMs, random, log);
        sweep(message, startMs, manner, random, log);
    }
}

std::int64_t ScannerSimulator::latencyShare(const Message &message, Random &random)
{
    // A domain's scans lie in one band, three in ten messages queue on their own. The band is an assumption,
    // the waiting times themselves are published (see Timings).
    if (random.chance(300))
        return random.between(0, QuantileCurve::whole);
    constexpr std::int64_t halfBand = QuantileCurve::whole / 8;
    const std::int64_t share = message.latency + random.between(-halfBand, halfBand);
    if (share < 0)
        return -share;
    return share > QuantileCurve::whole ? 2 * QuantileCurve::whole - share : share;
}

std::int64_t ScannerSimulator::startOf(const Message &message, Random &random) const
{
    if (message.fleet->manner == Manner::InstantSweep)
        return message.deliveredMs + Timings::paced(random.between(300, 6000), m_options.startPace);
    const std::int64_t waited = Timings::burstStart().at(latencyShare(message, random));
    return std::max(message.sentMs + Timings::paced(waited, m_options.startPace), message.deliveredMs + 500);
}

std::uint32_t ScannerSimulator::probeChance(Manner manner) const
{
    if (manner == Manner::PartialFleet)
        return m_options.probedByFleet;
    return manner == Manner::DelayedSweep ? m_options.probedByService : 0;
}

std::int64_t ScannerSimulator::drawSpan(Manner manner, Random &random) const
{
    switch (manner) {
    case Manner::PartialFleet:
        return Timings::paced(random.between(250, 2200), m_options.spanPace);
    // Random delays between the links defeat bursts of one second: paminga.com.
    case Manner::JitteredSweep:
        return Timings::paced(random.between(9000, 40'000), m_options.spanPace);
    // 9 to 10 links in under a second: putyourlightson/craft-campaign issue 546.
    default:
        return Timings::paced(random.between(180, 950), m_options.spanPace);
    }
}

void ScannerSimulator::rescan(const Message &message, std::int64_t startMs, Random &random,
                              EventLog &log) const
{
    // The whole domain within about a minute.
    const std::int64_t timeMs = std::max(startMs + random.between(0, 60'000), message.deliveredMs + 1000);
    sweepFromOnePlace(message, timeMs, random.between(300, 1500), Manner::Rescan, random, log);
}

void ScannerSimulator::checkClick(const Message &message, const std::string &url, std::int64_t clickMs,
                                  Random &random, EventLog &log) const
{
    const std::int64_t timeMs = clickMs + random.between(-1800, 1900);
    log.click(message, timeMs, {Networks::draw(Networks::clickProtection(), random), Agents::scanner(random)},
              url, Manner::TimeOfClick);
}

void ScannerSimulator::sweep(const Message &message, std::int64_t startMs, Manner manner, Random &random,
                             EventLog &log) const
{
    if (manner == Manner::RotatingSweep)
        sweepRotating(message, startMs, random, log);
    else
        sweepFromOnePlace(message, startMs, drawSpan(manner, random), manner, random, log);
}

void ScannerSimulator::sweepFromOnePlace(const Message &message, std::int64_t startMs, std::int64_t spanMs,
                                         Manner manner, Random &random, EventLog &log) const
{
    const ScannerFleet &fleet = *message.fleet;
    const Source first = drawSource(fleet, random);
    const Source second{drawAddress(fleet, random), first.agent};
    std::vector<std::int64_t> times;
    while (times.size() < fleet.links.size())
        times.push_back(startMs + random.between(0, spanMs));
    std::sort(times.begin(), times.end());
    for (std::size_t index = 0; index < times.size(); ++index)
        log.click(message, times[index], random.chance(700) ? first : second, m_links.url(fleet.links[index]),
                  manner);
}

void ScannerSimulator::sweepRotating(const Message &message, std::int64_t startMs, Random &random,
                                     EventLog &log) const
{
    // Up to 40 addresses, 12 agents, all links, up to 71 clicks on 37 links in one session:
    // Robert-312/Email-Tracking-BOT-Detection.
    const ScannerFleet &fleet = *message.fleet;
    const auto addresses = someOf(fleet.addresses, static_cast<std::size_t>(random.between(8, 40)), random);
    const auto agents = someOf(fleet.agents, static_cast<std::size_t>(random.between(4, 12)), random);
    const std::int64_t spanMs = Timings::paced(random.between(4000, 60'000), m_options.spanPace);
    for (const std::size_t link : fleet.links) {
        const int visits = random.chance(350) ? 2 : 1;
        for (int visit = 0; visit < visits; ++visit) {
            const std::int64_t timeMs = startMs + random.between(0, spanMs);
            const Source source{random.pick(addresses), random.pick(agents)};
            log.click(message, timeMs, source, m_links.url(link), Manner::RotatingSweep);
        }
    }
}

void ScannerSimulator::beforeDelivery(const Message &message, Random &random, EventLog &log) const
{
    // Scanned while the transaction is still deferred: wordtothewise.com 2019/01.
    const std::int64_t latestMs = std::max(message.sentMs + 2000, message.deliveredMs - 5000);
    const std::int64_t startMs = random.between(message.sentMs + 1000, latestMs);
    sweepFromOnePlace(message, startMs, random.between(180, 950), Manner::PreDeliverySweep, random, log);
}

void ScannerSimulator::probe(const Message &message, Random &random, EventLog &log) const
{
    const ScannerFleet &fleet = *message.fleet;
    const std::int64_t timeMs =
        message.deliveredMs + Timings::paced(Timings::singleProbe().draw(random), m_options.probePace);
    const Source source = drawSource(fleet, random);
    const std::size_t link = m_options.probesTakeFirstLink ? fleet.links.front() : random.pick(fleet.links);
    log.click(message, timeMs, source, m_links.url(link), Manner::SingleLinkProbe);
}

void ScannerSimulator::pulse(const Message &message, Random &random, EventLog &log) const
{
    // At the top of each hour for a few minutes, for several hours: docs.shoplift.ai. Which hours a message gets,
    // and how many, is an assumption.
    std::int64_t hour = message.deliveredMs / Timings::hour + random.between(1, 4);
    for (std::int64_t left = random.between(1, 3); left > 0; --left) {
        const std::int64_t startMs = hour * Timings::hour + random.between(0, 4 * Timings::minute);
        sweepFromOnePlace(message, startMs, drawSpan(Manner::HourlyPulse, random), Manner::HourlyPulse,
                          random, log);
        hour += random.between(1, 3);
    }
}

void ScannerSimulator::checkAtEndpoint(const Message &message, const SimulatedEvent &click, Random &random,
                                       EventLog &log)
{
    const std::int64_t timeMs = click.timeMs + random.between(-800, 2500);
    log.click(message, timeMs, {click.ip, Agents::scanner(random)}, click.url, Manner::EndpointCheck);
}

void ScannerSimulator::fetchPixel(const Message &message, std::int64_t startMs, Random &random,
                                  EventLog &log) const
{
    const ScannerFleet &fleet = *message.fleet;
    // The early lone pixel belongs to the delayed sweep (putyourlightson/craft-campaign issue 546); that the
    // others fetch it less often is an assumption.
    const bool delayed = fleet.manner == Manner::DelayedSweep;
    if (!random.chance(delayed ? m_options.earlyPixel : m_options.otherPixel))
        return;
    std::int64_t timeMs = startMs + random.between(0, 400);
    if (delayed) {
        const std::int64_t early = message.sentMs + Timings::lonePixel().draw(random);
        timeMs = early < startMs - 1000 ? early : message.sentMs + (startMs - message.sentMs) / 4;
        timeMs = std::max(timeMs, message.deliveredMs + 100);
    }
    log.open(message, timeMs, drawSource(fleet, random), fleet.manner);
}

} // namespace clicksieve::simulator
