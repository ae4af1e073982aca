// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/signals/clientuses.h"

#include <algorithm>
#include <bit>

namespace clicksieve {

namespace {

/// Numbers from 0 on in place of the values: equal where they are, without gaps.
std::vector<std::uint32_t> numbered(const std::vector<std::uint32_t> &values)
{
    std::vector<std::uint32_t> known = values;
    std::ranges::sort(known);
    known.erase(std::unique(known.begin(), known.end()), known.end());
    std::vector<std::uint32_t> numbers;
    for (const std::uint32_t value : values)
        numbers.push_back(static_cast<std::uint32_t>(std::ranges::lower_bound(known, value) - known.begin()));
    return numbers;
}

/// Calls use(message, action) for the actions of the messages.
template <typename UseAction>
void forEachAction(const Actions &actions, std::size_t firstMessage, std::size_t lastMessage,
                   UseAction useAction)
{
    for (std::size_t message = firstMessage; message < lastMessage; ++message) {
        const auto [first, last] = actions.ofMessage(message);
        for (std::size_t action = first; action < last; ++action)
            useAction(static_cast<std::uint32_t>(message), action);
    }
}

/// Tells at once that most clients act for too few messages. Several clients may share a place, so that it lets some
/// pass that do, too. Messages must come in order.
class MessageSieve {
public:
    explicit MessageSieve(std::size_t uses) : m_places(std::bit_ceil(uses + 1)) {}

    void add(ClientIndex client, std::uint32_t message)
    {
        Place &place = m_places[client.value() & (m_places.size() - 1)];
        place.messages += place.last != message ? 1U : 0U;
        place.last = message;
    }
    [[nodiscard]] std::size_t mostMessages(ClientIndex client) const
    {
        return m_places[client.value() & (m_places.size() - 1)].messages;
    }

private:
    struct Place {
        std::uint32_t last = MessageIndex::kNone;
        std::uint32_t messages = 0;
    };
    std::vector<Place> m_places;
};

} // namespace

ClientUses::ClientUses(const EventTable &table, std::span<const Use> ofClient) : uses(ofClient)
{
    for (const Use &use : uses) {
        messages.push_back(use.message);
        domains.push_back(table.domainOf(table.messages().recipient(use.message)).value());
    }
    messages = numbered(messages);
    domains = numbered(domains);
}

std::vector<Use> collectUses(const Actions &actions, std::size_t firstMessage, std::size_t lastMessage,
                             std::size_t fewest)
{
    // The sieve is smaller than what is known of all clients, so that it is asked first.
    MessageSieve sieve(actions.ofMessage(lastMessage).first - actions.ofMessage(firstMessage).first);
    forEachAction(actions, firstMessage, lastMessage, [&](std::uint32_t message, std::size_t action) {
        sieve.add(actions.client(action), message);
    });
    std::vector<Use> uses;
    forEachAction(actions, firstMessage, lastMessage, [&](std::uint32_t message, std::size_t action) {
        const ClientIndex client = actions.client(action);
        if (sieve.mostMessages(client) >= fewest && actions.clients().isOneSender(client))
            uses.push_back({client.value(), message, actions.time(action), action});
    });
    std::ranges::sort(uses, [](const Use &one, const Use &other) {
        if (one.client != other.client)
            return one.client < other.client;
        return one.time != other.time ? one.time < other.time : one.action < other.action;
    });
    return uses;
}

} // namespace clicksieve
