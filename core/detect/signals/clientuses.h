// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/actions.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace clicksieve {

/// One action of a client, small enough to sort many of.
struct Use {
    std::uint32_t client = 0;
    std::uint32_t message = 0;
    TimeMs time = 0;
    std::size_t action = 0;
};

/// The uses of one client in order of time, with its messages and domains numbered.
struct ClientUses {
    ClientUses(const EventTable &table, std::span<const Use> ofClient);

    std::span<const Use> uses;
    std::vector<std::uint32_t> messages; ///< per use
    std::vector<std::uint32_t> domains;
};

/// How many different numbers are in view.
class DistinctCount {
public:
    explicit DistinctCount(std::size_t numbers) : m_counts(numbers) {}

    void add(std::uint32_t number) { m_distinct += m_counts[number]++ == 0 ? 1U : 0U; }
    void remove(std::uint32_t number) { m_distinct -= --m_counts[number] == 0 ? 1U : 0U; }
    [[nodiscard]] std::size_t distinct() const { return m_distinct; }

private:
    std::vector<std::uint32_t> m_counts;
    std::size_t m_distinct = 0;
};

/// The recipients and domains in a window that slides over the uses of one client.
class RecipientWindow {
public:
    RecipientWindow(const ClientUses &client, TimeMs length)
        : m_client(client)
        , m_length(length)
        , m_messages(client.uses.size())
        , m_domains(client.uses.size())
    {
    }

    bool advance()
    {
        const std::span<const Use> uses = m_client.uses;
        if (m_next == uses.size())
            return false;
        m_messages.add(m_client.messages[m_next]);
        m_domains.add(m_client.domains[m_next]);
        ++m_next;
        for (; uses[m_first].time < uses[m_next - 1].time - m_length; ++m_first) {
            m_messages.remove(m_client.messages[m_first]);
            m_domains.remove(m_client.domains[m_first]);
        }
        return true;
    }
    [[nodiscard]] std::size_t recipients() const { return m_messages.distinct(); }
    [[nodiscard]] std::size_t domains() const { return m_domains.distinct(); }
    [[nodiscard]] std::size_t first() const { return m_first; }
    [[nodiscard]] std::size_t last() const { return m_next - 1; }

private:
    const ClientUses &m_client;
    TimeMs m_length;
    std::size_t m_first = 0;
    std::size_t m_next = 0;
    DistinctCount m_messages;
    DistinctCount m_domains;
};

/// The uses of clients that may speak and act for at least @p fewest messages, by client and then by time. Some that act
/// for fewer are among them.
[[nodiscard]] std::vector<Use> collectUses(const Actions &actions, std::size_t firstMessage,
                                           std::size_t lastMessage, std::size_t fewest);

} // namespace clicksieve
