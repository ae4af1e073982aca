// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/random.h"

#include <cstdint>
#include <string>
#include <vector>

namespace clicksieve::bench {

enum class Kind : std::uint8_t { Sent, Delivered, Open, Click };

/// Whose an address is: each has a range of its own.
enum class Network : std::uint8_t { None, Person, Proxy, Scanner };

/// One row of an export, small enough for a hundred million of them.
struct GeneratedEvent {
    std::uint32_t time = 0;      ///< seconds since 1970, UTC
    std::uint32_t sentAt = 0;    ///< when its message was sent, likewise
    std::uint32_t recipient = 0; ///< from 0
    std::uint32_t host = 0;      ///< in the network
    std::uint16_t campaign = 0;  ///< from 0
    Kind kind = Kind::Sent;
    Network network = Network::None;
    std::uint8_t agent = 0; ///< number in kAgents; kNoAgent for none
    std::uint8_t link = 0;  ///< of its campaign, from 0; kHiddenLink for the one that no person sees
};

inline constexpr std::uint8_t kNoAgent = 255;
inline constexpr std::uint8_t kLinks = 12;
inline constexpr std::uint8_t kHiddenLink = kLinks;

/// What the events are about.
struct Population {
    std::vector<std::string> domains;          ///< mailbox providers first
    std::vector<std::uint16_t> domainOf;       ///< by recipient
    std::vector<std::string> recipients;       ///< addresses
    std::vector<std::uint8_t> scannerOfDomain; ///< number of the scanner in front of it; 0 for none
};

/// Makes events as people, privacy prefetch and link scanners make them: not to judge rules by (tests/simulator
/// is for that, with published figures), but with the sizes, repetitions and bursts that make work for a program.
/// Same seed and count, same events, on every machine.
class EventGenerator {
public:
    EventGenerator(std::uint64_t seed, std::size_t count);

    /// Exactly the count that was asked for, in order of time.
    [[nodiscard]] std::vector<GeneratedEvent> events();
    [[nodiscard]] const Population &population() const { return m_population; }

private:
    struct Message {
        std::uint32_t recipient = 0;
        std::uint32_t sentAt = 0;
        std::uint16_t campaign = 0;
    };

    void makeDomains();
    void makeRecipients(std::size_t count);
    void addCampaign(std::uint16_t campaign, std::uint32_t begin);
    void addMessage(const Message &message);
    void addScan(const Message &message, std::uint8_t scanner, std::uint32_t delivered);
    void addPrefetch(const Message &message, std::uint32_t delivered);
    void addPerson(const Message &message, std::uint32_t delivered);
    void add(const Message &message, Kind kind, std::uint32_t time);
    [[nodiscard]] std::uint32_t upTo(std::uint32_t most);
    [[nodiscard]] std::uint32_t lateness(unsigned steps);

    std::size_t m_count;
    simulator::Random m_random;
    Population m_population;
    std::vector<GeneratedEvent> m_events;
    GeneratedEvent m_client; ///< network, host, agent and link of what is added next
};

} // namespace clicksieve::bench
