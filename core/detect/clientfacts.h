// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/scannercatalogue.h"
#include "core/detect/userlists.h"
#include "core/events/eventtable.h"

#include <cstdint>
#include <vector>

namespace clicksieve {

class JobContext;

/// What the catalogue says of each client's address and user agent, looked up once for each distinct text. An address
/// or program that the user allows is no machine's for the catalogue, and counts as shared by people.
/// Immutable after construction.
class ClientFacts {
public:
    ClientFacts(const EventTable &table, JobContext &context, const UserLists &lists = {});

    /// The surest entry for events of @p type by the client's address (agent); nullptr for none.
    [[nodiscard]] const CatalogueEntry *byAddress(ClientIndex client, EventType type) const
    {
        return client.isNone() ? nullptr : entry(m_clients[client.value()].address, type);
    }
    [[nodiscard]] const CatalogueEntry *byAgent(ClientIndex client, EventType type) const
    {
        return client.isNone() ? nullptr : entry(m_clients[client.value()].agent, type);
    }
    /// Has the processor fetch what is known of @p client by address and agent, for a question a little later.
    void prepare(ClientIndex client) const
    {
        if (!client.isNone())
            __builtin_prefetch(&m_clients[client.value()]);
    }
    /// True where people share the client: an image proxy or a company's gateway.
    [[nodiscard]] bool isSharedByPeople(ClientIndex client, EventType type) const
    {
        const std::uint8_t mark = type == EventType::Click ? kSharedClicks : kSharedOpens;
        return !client.isNone() && (m_marks[client.value()] & mark) != 0;
    }
    /// True where the user says that it is never to be taken for a scanner's.
    [[nodiscard]] bool isAllowed(ClientIndex client) const
    {
        return !client.isNone() && (m_marks[client.value()] & kAllowed) != 0;
    }
    /// True where the client has an address (a user agent alone is shared by millions) and people do not share it for
    /// both opens and clicks.
    [[nodiscard]] bool isOneSender(ClientIndex client) const
    {
        return !client.isNone() && (m_marks[client.value()] & kOneSender) != 0;
    }

private:
    /// Position in the catalogue, or kNoEntry; for opens and for clicks.
    struct Entries {
        std::uint16_t open = kNoEntry;
        std::uint16_t click = kNoEntry;
    };
    /// What is known of both at one place of memory, since most who ask ask of many clients.
    struct Client {
        Entries address;
        Entries agent;
    };
    static constexpr std::uint16_t kNoEntry = 0xFFFF;
    static constexpr std::uint8_t kSharedOpens = 1;
    static constexpr std::uint8_t kSharedClicks = 2;
    static constexpr std::uint8_t kOneSender = 4;
    static constexpr std::uint8_t kAllowed = 8;

    [[nodiscard]] std::uint8_t marksOf(const Client &client, bool hasAddress) const;

    void allow(const EventTable &table, const UserLists &lists);
    [[nodiscard]] Entries withoutMachines(Entries entries) const;
    [[nodiscard]] static Entries best(const std::vector<std::uint16_t> &matches);
    [[nodiscard]] const CatalogueEntry *entry(Entries entries, EventType type) const
    {
        const std::uint16_t position = type == EventType::Click ? entries.click : entries.open;
        return position == kNoEntry ? nullptr : &m_entries[position];
    }

    const std::vector<CatalogueEntry> &m_entries;
    std::vector<Client> m_clients;
    std::vector<std::uint8_t> m_marks; ///< per client
};

} // namespace clicksieve
