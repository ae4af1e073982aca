// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/clientfacts.h"

#include "core/jobs/jobcontext.h"
#include "core/jobs/parallel.h"

#include <algorithm>
#include <array>
#include <optional>

namespace clicksieve {

namespace {

constexpr std::size_t kBatch = 4'096;

} // namespace

ClientFacts::ClientFacts(const EventTable &table, JobContext &context, const UserLists &lists)
    : m_entries(ScannerCatalogue::shipped().entries())
{
    const ScannerCatalogue &catalogue = ScannerCatalogue::shipped();
    const auto inBatches = [&](std::size_t count, const auto &work) {
        parallelFor(context, count / kBatch + 1, [&](std::size_t batch, std::size_t) {
            const std::size_t end = std::min(count, (batch + 1) * kBatch);
            for (std::size_t place = batch * kBatch; place < end; ++place)
                work(static_cast<std::uint32_t>(place));
        });
    };
    std::vector<Entries> ofAddress(table.addresses().size());
    inBatches(ofAddress.size(), [&](std::uint32_t address) {
        ofAddress[address] = best(catalogue.matchAddress(table.addresses()[address]));
    });
    std::vector<Entries> ofAgent(table.agents().size());
    inBatches(ofAgent.size(), [&](std::uint32_t agent) {
        ofAgent[agent] = best(catalogue.matchAgent(table.agents()[agent]));
    });
    m_clients.resize(table.clientCount());
    m_marks.resize(table.clientCount());
    inBatches(m_clients.size(), [&](std::uint32_t client) {
        const AddressIndex address = table.addressOf(ClientIndex{client});
        const AgentIndex agent = table.agentOf(ClientIndex{client});
        m_clients[client] = {address.isNone() ? Entries{} : ofAddress[address.value()],
                             agent.isNone() ? Entries{} : ofAgent[agent.value()]};
        m_marks[client] = marksOf(m_clients[client], !address.isNone());
    });
    if (!lists.networks.empty() || !lists.agents.empty())
        allow(table, lists);
}

void ClientFacts::allow(const EventTable &table, const UserLists &lists)
{
    NetworkSet networks;
    for (const std::string &network : lists.networks)
        networks.add(network, 0);
    networks.seal();
    std::vector<std::uint8_t> addressAllowed(table.addresses().size());
    for (std::uint32_t address = 0; address < table.addresses().size(); ++address) {
        if (const auto parsed = IpAddress::parse(table.addresses()[address]))
            networks.find(*parsed, [&](std::uint32_t) { addressAllowed[address] = 1; });
    }
    QStringList parts;
    for (const std::string &agent : lists.agents)
        parts << QString::fromStdString(agent);
    std::vector<std::uint8_t> agentAllowed(table.agents().size());
    for (std::uint32_t agent = 0; !parts.isEmpty() && agent < table.agents().size(); ++agent) {
        const std::string_view text = table.agents()[agent];
        const QString whole = QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
        agentAllowed[agent] = std::ranges::any_of(
            parts, [&whole](const QString &part) { return whole.contains(part, Qt::CaseInsensitive); });
    }
    for (std::uint32_t client = 0; client < m_clients.size(); ++client) {
        const AddressIndex address = table.addressOf(ClientIndex{client});
        const AgentIndex agent = table.agentOf(ClientIndex{client});
        const bool byAddress = !address.isNone() && addressAllowed[address.value()] != 0;
        const bool byAgent = !agent.isNone() && agentAllowed[agent.value()] != 0;
        if (byAddress)
            m_clients[client].address = withoutMachines(m_clients[client].address);
        if (byAgent)
            m_clients[client].agent = withoutMachines(m_clients[client].agent);
        if (byAddress || byAgent)
            m_marks[client] = kAllowed | kSharedOpens | kSharedClicks;
    }
}

ClientFacts::Entries ClientFacts::withoutMachines(Entries entries) const
{
    const auto isMachine = [this](std::uint16_t position) {
        return position != kNoEntry && m_entries[position].certainty != Certainty::Person;
    };
    return {isMachine(entries.open) ? kNoEntry : entries.open,
            isMachine(entries.click) ? kNoEntry : entries.click};
}

std::uint8_t ClientFacts::marksOf(const Client &client, bool hasAddress) const
{
    const auto isPeoples = [&](EventType type) {
        return std::ranges::any_of(std::array{client.address, client.agent}, [&](Entries entries) {
            const CatalogueEntry *found = entry(entries, type);
            return found != nullptr && found->certainty == Certainty::Person;
        });
    };
    std::uint8_t marks = 0;
    if (isPeoples(EventType::Open))
        marks |= kSharedOpens;
    if (isPeoples(EventType::Click))
        marks |= kSharedClicks;
    if (hasAddress && marks != (kSharedOpens | kSharedClicks))
        marks |= kOneSender;
    return marks;
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

} // namespace clicksieve
