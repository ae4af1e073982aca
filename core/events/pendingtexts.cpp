// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/events/pendingtexts.h"

#include "core/events/index.h"

#include <algorithm>
#include <cstring>

namespace clicksieve {

namespace {

/// The texts of kRecords usual records and some more.
constexpr std::size_t kUsualBytes = std::size_t{16} << 10;

} // namespace

void PendingTexts::reserve(std::size_t bytes)
{
    // Nothing waits where it is too small, so that no view is left behind.
    if (m_bytesUsed + bytes > m_bytes.size())
        m_bytes.resize(std::max(bytes, kUsualBytes));
}

void PendingTexts::set(Column column, std::string_view text, const Dictionary &dictionary)
{
    if (text.empty())
        return;
    Queue &queue = m_queues[column];
    Dictionary::Lookup &lookup = queue.lookups[queue.size];
    lookup = dictionary.prepare(text); // not of the copy: the processor would have to wait for its bytes
    char *copy = m_bytes.data() + m_bytesUsed;
    std::memcpy(copy, text.data(), text.size());
    lookup.text = {copy, text.size()};
    m_bytesUsed += text.size();
    queue.record[queue.size++] = static_cast<std::uint8_t>(m_size);
}

void PendingTexts::clear()
{
    for (Queue &queue : m_queues)
        queue.size = 0;
    m_bytesUsed = 0;
    m_size = 0;
}

void PendingTexts::lookUp(Column column, Dictionary &dictionary, std::uint32_t *ids) const
{
    const Queue &queue = m_queues[column];
    std::array<std::uint32_t, kRecords> found;
    dictionary.intern({queue.lookups.data(), queue.size}, found.data());
    std::fill_n(ids, m_size, EventIndex::kNone);
    for (std::size_t i = 0; i < queue.size; ++i)
        ids[queue.record[i]] = found[i];
}

} // namespace clicksieve
