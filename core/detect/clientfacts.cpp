// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/clientfacts.h"

#include "core/jobs/jobcontext.h"
#include "core/jobs/parallel.h"

#include <algorithm>

namespace clicksieve {

namespace {

constexpr std::size_t kBatch = 4'096;

} // namespace

ClientFacts::ClientFacts(const EventTable &table, JobContext &context) : m_table(table)
{
    const ScannerCatalogue &catalogue = ScannerCatalogue::shipped();
    const auto lookUp = [&](const Dictionary &texts, std::vector<Entries> &out, auto match) {
        out.resize(texts.size());
        parallelFor(context, texts.size() / kBatch + 1, [&](std::size_t batch, std::size_t) {
            const std::size_t end = std::min<std::size_t>(texts.size(), (batch + 1) * kBatch);
            for (std::size_t text = batch * kBatch; text < end; ++text)
                out[text] = best(match(texts[static_cast<std::uint32_t>(text)]));
        });
    };
    lookUp(table.addresses(), m_byAddress,
           [&](std::string_view text) { return catalogue.matchAddress(text); });
    lookUp(table.agents(), m_byAgent, [&](std::string_view text) { return catalogue.matchAgent(text); });
}

ClientFacts::Entries ClientFacts::best(const std::vector<std::uint16_t> &matches)
{
    const auto &entries = ScannerCatalogue::shipped().entries();
    Entries found;
    for (const std::uint16_t match : matches) { // surest first
        if (found.open == kNoEntry && entries[match].forOpens)
            found.open = match;
        if (found.click == kNoEntry && entries[match].forClicks)
            found.click = match;
    }
    return found;
}

const CatalogueEntry *ClientFacts::entry(const Entries &entries, EventType type)
{
    const std::uint16_t position = type == EventType::Click ? entries.click : entries.open;
    return position == kNoEntry ? nullptr : &ScannerCatalogue::shipped().entries()[position];
}

const CatalogueEntry *ClientFacts::byAddress(ClientIndex client, EventType type) const
{
    const AddressIndex address = m_table.addressOf(client);
    return address.isNone() ? nullptr : entry(m_byAddress[address.value()], type);
}

const CatalogueEntry *ClientFacts::byAgent(ClientIndex client, EventType type) const
{
    const AgentIndex agent = m_table.agentOf(client);
    return agent.isNone() ? nullptr : entry(m_byAgent[agent.value()], type);
}

bool ClientFacts::isSharedByPeople(ClientIndex client, EventType type) const
{
    const auto isPeople = [](const CatalogueEntry *entry) {
        return entry != nullptr && entry->certainty == Certainty::Person;
    };
    return isPeople(byAddress(client, type)) || isPeople(byAgent(client, type));
}

} // namespace clicksieve
