// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/overridefinder.h"

#include "core/events/eventtable.h"
#include "core/export/isotime.h"

#include <span>

namespace clicksieve {

namespace {

template <typename Index>
std::optional<std::uint32_t> idOf(Index index)
{
    return index.isNone() ? std::nullopt : std::optional(static_cast<std::uint32_t>(index.value()));
}

/// A none index counts as a value of its own: a client without a program is a client too.
template <typename One, typename Other>
std::uint64_t pairKey(One one, Other other)
{
    const auto bits = [](auto index) {
        return index.isNone() ? std::uint64_t{0xFFFF'FFFF} : std::uint64_t{index.value()};
    };
    return bits(one) << 32 | bits(other);
}

std::optional<std::uint32_t> in(const std::unordered_map<std::uint64_t, std::uint32_t> &ids,
                                std::uint64_t key)
{
    const auto found = ids.find(key);
    return found == ids.end() ? std::nullopt : std::optional(found->second);
}

} // namespace

std::optional<std::uint32_t> OverrideFinder::find(Override::Scope scope, const OverrideKey &key)
{
    switch (scope) {
    case Override::Scope::Event:
        return findEvent(key);
    case Override::Scope::Message:
        return findMessage(key);
    case Override::Scope::Client:
        return findClient(key);
    case Override::Scope::Link:
        return idOf(m_table.findLink(key.link));
    case Override::Scope::Domain:
        break;
    }
    return idOf(m_table.findDomain(key.domain));
}

std::optional<std::uint32_t> OverrideFinder::findEvent(const OverrideKey &key)
{
    const MessageTable &messages = m_table.messages();
    std::size_t message = messages.size(); // where the actions of no message stand
    if (!key.recipient.empty()) {
        const auto found = findMessage(key);
        if (!found)
            return std::nullopt;
        message = *found;
    }
    const std::span<const std::uint32_t> actions = messages.allActions().subspan(
        messages.firstAction(message), messages.firstAction(message + 1) - messages.firstAction(message));
    for (const std::uint32_t event : actions) {
        const ClientIndex client = m_table.client(event);
        if (wordFor(m_table.type(event)) == key.event && isoTime(m_table.time(event)) == key.time
            && m_table.urlText(m_table.url(event)) == key.link && m_table.addressText(client) == key.address
            && m_table.agentText(client) == key.program
            && m_table.campaignId(m_table.campaign(event)) == key.campaign)
            return event;
    }
    return std::nullopt;
}

std::optional<std::uint32_t> OverrideFinder::findMessage(const OverrideKey &key)
{
    const MessageTable &messages = m_table.messages();
    for (std::size_t message = m_messages.size(); message < messages.size(); ++message)
        m_messages.emplace(pairKey(messages.campaign(message), messages.recipient(message)),
                           static_cast<std::uint32_t>(message));
    const CampaignIndex campaign = m_table.findCampaign(key.campaign);
    const RecipientIndex recipient = m_table.findRecipient(key.recipient);
    if ((campaign.isNone() && !key.campaign.empty()) || recipient.isNone())
        return std::nullopt;
    return in(m_messages, pairKey(campaign, recipient));
}

std::optional<std::uint32_t> OverrideFinder::findClient(const OverrideKey &key)
{
    for (std::uint32_t client = static_cast<std::uint32_t>(m_clients.size()); client < m_table.clientCount();
         ++client)
        m_clients.emplace(
            pairKey(m_table.addressOf(ClientIndex{client}), m_table.agentOf(ClientIndex{client})), client);
    const AddressIndex address{m_table.addresses().find(key.address)};
    const AgentIndex agent{m_table.agents().find(key.program)};
    if ((address.isNone() && !key.address.empty()) || (agent.isNone() && !key.program.empty()))
        return std::nullopt;
    return in(m_clients, pairKey(address, agent));
}

} // namespace clicksieve
