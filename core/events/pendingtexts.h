// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/events/dictionary.h"

#include <array>
#include <cstddef>
#include <cstring>
#include <functional>
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

    /// @param lasting a text that stays where it is until its last records are looked up: views into it need no copy
    explicit PendingTexts(std::string_view lasting) : m_lasting(lasting) {}

    [[nodiscard]] std::size_t size() const { return m_size; }
    [[nodiscard]] bool isFull() const { return m_size == kRecords; }
    /// Whether the texts of one more record, @p bytes together, can be kept. Always, while there are none.
    [[nodiscard]] bool hasRoom(std::size_t bytes) const
    {
        return m_size == 0 || m_bytesUsed + bytes <= m_bytes.size();
    }
    /// Makes that room. @pre hasRoom()
    void reserve(std::size_t bytes);

    /// Keeps @p text for the record at hand. An empty one is "not said". @pre reserve() of the record
    void set(Column column, std::string_view text, const Dictionary &dictionary)
    {
        if (text.empty())
            return;
        Queue &queue = m_queues[column];
        Dictionary::Lookup &lookup = queue.lookups[queue.size];
        lookup = dictionary.prepare(text); // not of the copy: the processor would have to wait for its bytes
        if (!isLasting(text))
            lookup.text = copied(text);
        queue.record[queue.size++] = static_cast<std::uint8_t>(m_size);
    }
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

    [[nodiscard]] bool isLasting(std::string_view text) const
    {
        const std::less<> isBefore; // of any pointers
        return !isBefore(text.data(), m_lasting.data())
               && !isBefore(m_lasting.data() + m_lasting.size(), text.data() + text.size());
    }
    [[nodiscard]] std::string_view copied(std::string_view text)
    {
        char *copy = m_bytes.data() + m_bytesUsed;
        std::memcpy(copy, text.data(), text.size());
        m_bytesUsed += text.size();
        return {copy, text.size()};
    }

    std::string_view m_lasting;
    std::array<Queue, kColumns> m_queues;
    std::vector<char> m_bytes;
    std::size_t m_bytesUsed = 0;
    std::size_t m_size = 0;
};

} // namespace clicksieve
