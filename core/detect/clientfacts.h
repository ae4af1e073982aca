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
    [[nodiscard]] const CatalogueEntry *byAddress(ClientIndex client, EventType type) const;
    [[nodiscard]] const CatalogueEntry *byAgent(ClientIndex client, EventType type) const;
    /// True where people share the client: an image proxy or a company's gateway.
    [[nodiscard]] bool isSharedByPeople(ClientIndex client, EventType type) const;

private:
    /// Position in the catalogue, or kNoEntry; per text, for opens and for clicks.
    struct Entries {
        std::uint16_t open = kNoEntry;
        std::uint16_t click = kNoEntry;
    };
    static constexpr std::uint16_t kNoEntry = 0xFFFF;

    [[nodiscard]] static Entries best(const std::vector<std::uint16_t> &matches);
    [[nodiscard]] static const CatalogueEntry *entry(const Entries &entries, EventType type);

    const EventTable &m_table;
    std::vector<Entries> m_byAddress;
    std::vector<Entries> m_byAgent;
};

} // namespace clicksieve
