// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/scannercatalogue.h"
#include "core/events/eventtable.h"

#include <cstdint>
#include <vector>

namespace clicksieve {

class JobContext;

/// What the catalogue says of each client's address and user agent, looked up once for each distinct text.
/// Immutable after construction.
class ClientFacts {
public:
    ClientFacts(const EventTable &table, JobContext &context);

    /// The surest entry for events of @p type by the client's address (agent); nullptr for none.
    [[nodiscard]] const CatalogueEntry *byAddress(ClientIndex client, EventType type) const
    {
        return client.isNone() ? nullptr : entry(m_clients[client.value()].address, type);
    }
    [[nodiscard]] const CatalogueEntry *byAgent(ClientIndex client, EventType type) const
    {
        return client.isNone() ? nullptr : entry(m_clients[client.value()].agent, type);
    }
    /// True where people share the client: an image proxy or a company's gateway.
    [[nodiscard]] bool isSharedByPeople(ClientIndex client, EventType type) const
    {
        const auto isPeople = [](const CatalogueEntry *entry) {
            return entry != nullptr && entry->certainty == Certainty::Person;
        };
        return isPeople(byAddress(client, type)) || isPeople(byAgent(client, type));
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

    [[nodiscard]] static Entries best(const std::vector<std::uint16_t> &matches);
    [[nodiscard]] const CatalogueEntry *entry(Entries entries, EventType type) const
    {
        const std::uint16_t position = type == EventType::Click ? entries.click : entries.open;
        return position == kNoEntry ? nullptr : &m_entries[position];
    }

    const std::vector<CatalogueEntry> &m_entries;
    std::vector<Client> m_clients;
};

} // namespace clicksieve
