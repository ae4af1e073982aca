// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/events/dictionary.h"

#include <array>
#include <cstddef>
#include <string_view>
#include <vector>

namespace clicksieve {

/// The texts of a few records that wait to be looked up in one go. Most of the time of an import would else be waiting
/// for memory: a text is somewhere in dictionaries much larger than the processor's cache.
class PendingTexts {
public:
    static constexpr std::size_t kRecords = 32; ///< more would push each other out of the first-level cache
    enum Column : std::uint8_t { Recipient, Url, Address, Agent };
    static constexpr std::size_t kColumns = 4;

    [[nodiscard]] std::size_t size() const { return m_size; }
    [[nodiscard]] bool isFull() const { return m_size == kRecords; }
    /// Whether the texts of one more record, @p bytes together, can be kept. Always, while there are none.
    [[nodiscard]] bool hasRoom(std::size_t bytes) const
    {
        return m_size == 0 || m_bytesUsed + bytes <= m_bytes.size();
    }
    /// Makes that room. @pre hasRoom()
    void reserve(std::size_t bytes);

    /// Keeps a copy of @p text for the record at hand. An empty one is "not said". @pre reserve() of the record
    void set(Column column, std::string_view text, const Dictionary &dictionary);
    void nextRecord() { ++m_size; }
    void clear();

    /// Looks up the texts of a column and writes one id a record to @p ids (kRecords long), Index::kNone for "not said".
    void lookUp(Column column, Dictionary &dictionary, std::uint32_t *ids) const;

private:
    struct Queue {
        std::array<Dictionary::Lookup, kRecords> lookups; ///< those that say something, without gaps
        std::array<std::uint8_t, kRecords> record;        ///< whose each is
        std::size_t size = 0;
    };

    std::array<Queue, kColumns> m_queues;
    std::vector<char> m_bytes;
    std::size_t m_bytesUsed = 0;
    std::size_t m_size = 0;
};

} // namespace clicksieve
