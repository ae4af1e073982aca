// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/eventgenerator.h"

#include "bench/agentlist.h"

#include <algorithm>
#include <array>

namespace clicksieve::bench {

namespace {

constexpr std::uint32_t kFirstSend = 1'767'258'000; // 2026-01-01T09:00:00Z
constexpr std::uint32_t kBetweenCampaigns = 5 * 3'600 + 1'234;
constexpr std::uint32_t kMessagesPerSecond = 50;
constexpr std::size_t kEventsPerRecipient = 40;
constexpr std::size_t kFewestRecipients = 2'000;
constexpr std::size_t kMostPerCampaign = 40'000;
constexpr std::size_t kCompanies = 6'000;
constexpr std::uint8_t kScanners = 6;

constexpr std::array kProviders = {"gmail.example",  "outlook.example", "yahoo.example",   "icloud.example",
                                   "gmx.example",    "orange.example",  "comcast.example", "proton.example",
                                   "libero.example", "seznam.example"};
constexpr std::array kFirstNames = {"anna", "ben",   "clara", "david", "emma", "felix", "greta", "hugo",
                                    "ines", "jonas", "karin", "luca",  "maya", "noor",  "oscar", "paula"};
constexpr std::array kLastNames = {"adler",  "bauer",  "costa",  "dupont", "evans",    "fischer",
                                   "garcia", "hansen", "ivanov", "jansen", "kowalski", "lindberg",
                                   "moreau", "novak",  "olsen",  "park"};
constexpr std::array kCompanyWords = {"alpen", "blau", "city", "delta", "euro", "forst", "grand", "hafen",
                                      "inter", "jura", "kern", "luft",  "mono", "nord",  "ost",   "prime"};
constexpr std::array kCompanyEnds = {"bank", "bau",    "chemie", "druck", "energie", "food",
                                     "glas", "handel", "it",     "kraft", "licht",   "metall",
                                     "post", "stahl",  "textil", "werke"};

} // namespace

EventGenerator::EventGenerator(std::uint64_t seed, std::size_t count) : m_count(count), m_random(seed)
{
    makeDomains();
    makeRecipients(std::max(kFewestRecipients, count / kEventsPerRecipient));
}

std::vector<GeneratedEvent> EventGenerator::events()
{
    m_events.reserve(m_count + m_count / 8);
    std::uint32_t begin = kFirstSend;
    for (std::uint16_t campaign = 0; m_events.size() < m_count; ++campaign) {
        addCampaign(campaign, begin);
        begin += kBetweenCampaigns;
    }
    m_events.resize(m_count);
    std::ranges::stable_sort(m_events, {}, &GeneratedEvent::time);
    return std::move(m_events);
}

void EventGenerator::makeDomains()
{
    for (const char *provider : kProviders) {
        m_population.domains.emplace_back(provider);
        m_population.scannerOfDomain.push_back(0);
    }
    for (std::size_t company = 0; company < kCompanies; ++company) {
        std::string name = m_random.pick(kCompanyWords);
        name += m_random.pick(kCompanyEnds);
        m_population.domains.push_back(name + std::to_string(company) + ".example");
        const bool isScanned = m_random.chance(400);
        const auto scanner = static_cast<std::uint8_t>(1 + m_random.below(kScanners));
        m_population.scannerOfDomain.push_back(isScanned ? scanner : std::uint8_t{0});
    }
}

/// Half of them at mailbox providers; of the companies the first are the largest.
void EventGenerator::makeRecipients(std::size_t count)
{
    for (std::size_t number = 0; number < count; ++number) {
        std::size_t domain = m_random.below(kProviders.size());
        if (m_random.chance(500)) {
            const std::uint64_t draw = m_random.below(kCompanies);
            domain = kProviders.size() + draw * draw / kCompanies;
        }
        std::string address = m_random.pick(kFirstNames);
        address += '.';
        address += m_random.pick(kLastNames);
        address += std::to_string(number);
        address += '@';
        m_population.recipients.push_back(address + m_population.domains[domain]);
        m_population.domainOf.push_back(static_cast<std::uint16_t>(domain));
    }
}

void EventGenerator::addCampaign(std::uint16_t campaign, std::uint32_t begin)
{
    const std::size_t all = m_population.recipients.size();
    const std::size_t messages = std::min(kMostPerCampaign, all / 2 + m_random.below(all / 2));
    const std::size_t first = m_random.below(all);
    for (std::size_t number = 0; number < messages && m_events.size() < m_count; ++number) {
        Message message;
        message.recipient = static_cast<std::uint32_t>((first + number) % all);
        message.sentAt = begin + static_cast<std::uint32_t>(number / kMessagesPerSecond);
        message.campaign = campaign;
        addMessage(message);
    }
}

void EventGenerator::addMessage(const Message &message)
{
    m_client = {.agent = kNoAgent};
    add(message, Kind::Sent, message.sentAt);
    if (m_random.chance(25))
        return; // bounced, which this export does not carry
    const std::uint32_t delivered = message.sentAt + 1 + upTo(6);
    add(message, Kind::Delivered, delivered);
    const std::uint16_t domain = m_population.domainOf[message.recipient];
    const std::uint8_t scanner = m_population.scannerOfDomain[domain];
    if (scanner != 0 && m_random.chance(900))
        addScan(message, scanner, delivered);
    if (domain < kProviders.size() && m_random.chance(350))
        addPrefetch(message, delivered);
    if (m_random.chance(330))
        addPerson(message, delivered);
}

/// A scanner opens the message and follows its links, within seconds of each other, from few hosts.
void EventGenerator::addScan(const Message &message, std::uint8_t scanner, std::uint32_t delivered)
{
    const std::uint32_t begin = delivered + (m_random.chance(700) ? upTo(8) : 10 + upTo(120));
    const std::uint32_t hosts = 8U << scanner;
    m_client.network = Network::Scanner;
    m_client.host = scanner * 65'536U + upTo(hosts - 1);
    m_client.agent = static_cast<std::uint8_t>(scanner % 2 == 0 ? upTo(kPeopleAgents - 1)
                                                                : kScannerAgent + upTo(kScannerAgents - 1));
    add(message, Kind::Open, begin);
    const std::uint32_t followed = 3 + upTo(kLinks - 3);
    for (std::uint32_t link = 0; link < followed; ++link) {
        m_client.link = static_cast<std::uint8_t>(link);
        add(message, Kind::Click, begin + link * (1 + scanner % 3) / 2);
    }
    if (m_random.chance(600)) {
        m_client.link = kHiddenLink;
        add(message, Kind::Click, begin + 1);
    }
}

void EventGenerator::addPrefetch(const Message &message, std::uint32_t delivered)
{
    std::uint32_t time = delivered + lateness(4);
    for (std::uint32_t times = 1 + upTo(2); times > 0; --times) {
        m_client.network = Network::Proxy;
        m_client.host = upTo(4'000);
        m_client.agent = kPrefetchAgent;
        add(message, Kind::Open, time);
        time += 600 + lateness(2);
    }
}

void EventGenerator::addPerson(const Message &message, std::uint32_t delivered)
{
    std::uint32_t time = delivered + 20 + lateness(5);
    for (std::uint32_t opens = 1 + upTo(2); opens > 0; --opens) {
        m_client.network = Network::Person;
        m_client.host = message.recipient * 4U + upTo(1);
        m_client.agent = static_cast<std::uint8_t>(message.recipient % kPeopleAgents);
        add(message, Kind::Open, time);
        for (std::uint32_t clicks = m_random.chance(220) ? 1 + upTo(2) : 0; clicks > 0; --clicks) {
            m_client.link = static_cast<std::uint8_t>(upTo(kLinks - 1));
            time += 3 + upTo(60);
            add(message, Kind::Click, time);
        }
        time += 60 + lateness(3);
    }
}

void EventGenerator::add(const Message &message, Kind kind, std::uint32_t time)
{
    GeneratedEvent event = m_client;
    event.time = time;
    event.sentAt = message.sentAt;
    event.recipient = message.recipient;
    event.campaign = message.campaign;
    event.kind = kind;
    m_events.push_back(event);
}

/// From 0 to @p most, both included.
std::uint32_t EventGenerator::upTo(std::uint32_t most)
{
    return static_cast<std::uint32_t>(m_random.below(std::uint64_t{most} + 1));
}

/// Seconds, up to three days; the more @p steps, the more of them are only minutes.
std::uint32_t EventGenerator::lateness(unsigned steps)
{
    std::uint32_t most = 3 * 86'400;
    for (unsigned step = 0; step < steps && m_random.chance(700); ++step)
        most /= 4;
    return upTo(most);
}

} // namespace clicksieve::bench
