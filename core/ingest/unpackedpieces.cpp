// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/unpackedpieces.h"

#include <algorithm>
#include <cstring>

namespace clicksieve {

UnpackedPieces::UnpackedPieces(PackedRest &rest, std::string_view known, std::size_t begin)
    : m_stream(*rest.stream)
    , m_next(known)
    , m_begin(begin)
{
    m_next += rest.next;
}

std::optional<UnpackedPieces::Place> UnpackedPieces::next(TextWindow &window, std::size_t size,
                                                          std::size_t behind)
{
    if (m_failed || (m_isUnpacked && m_next.size() == m_before))
        return std::nullopt;
    const std::size_t wanted = m_before + size + behind;
    char *memory = window.makeRoom(wanted);
    std::size_t count = std::min(wanted, m_next.size());
    std::memcpy(memory, m_next.data(), count);
    m_next.erase(0, count);
    if (count < wanted && !m_isUnpacked) {
        const auto more = m_stream.read({memory + count, wanted - count});
        m_failed = !more;
        m_isUnpacked = more && *more < wanted - count;
        count += more.value_or(0);
    }
    if (m_failed || count == m_before)
        return std::nullopt;
    window.show(m_begin, count, m_isUnpacked && m_next.empty());

    const Place place{m_begin + m_before, m_begin + std::min(count, m_before + size)};
    const std::size_t used = place.limit - m_begin - 1; // the byte before the next piece stays
    m_next.insert(0, memory + used, count - used);
    m_begin += used;
    m_before = 1;
    return place;
}

} // namespace clicksieve
