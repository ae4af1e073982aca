// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/events/pendingtexts.h"

#include "core/events/index.h"

#include <algorithm>

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
