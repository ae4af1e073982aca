// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/cellends.h"

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace clicksieve {

namespace {

std::uint64_t endsIn(const char *bytes, std::size_t count, char delimiter)
{
    std::uint64_t ends = 0;
    for (std::size_t place = 0; place < count; ++place) {
        const char byte = bytes[place];
        ends |= std::uint64_t{byte == delimiter || byte == '\n' || byte == '\r'} << place;
    }
    return ends;
}

#ifdef __SSE2__
std::uint64_t endsInSixteen(const char *bytes, char delimiter)
{
    const __m128i sixteen = _mm_loadu_si128(reinterpret_cast<const __m128i *>(bytes));
    const __m128i hits = _mm_or_si128(_mm_cmpeq_epi8(sixteen, _mm_set1_epi8(delimiter)),
                                      _mm_or_si128(_mm_cmpeq_epi8(sixteen, _mm_set1_epi8('\n')),
                                                   _mm_cmpeq_epi8(sixteen, _mm_set1_epi8('\r'))));
    return static_cast<std::uint64_t>(_mm_movemask_epi8(hits));
}
#endif

} // namespace

void CellEnds::look(std::size_t block)
{
    m_block = block;
    const char *bytes = m_text.data() + block;
    if (m_text.size() - block < kBlock) {
        m_ends = endsIn(bytes, m_text.size() - block, m_delimiter);
        return;
    }
#ifdef __SSE2__
    m_ends = endsInSixteen(bytes, m_delimiter) | endsInSixteen(bytes + 16, m_delimiter) << 16U
             | endsInSixteen(bytes + 32, m_delimiter) << 32U | endsInSixteen(bytes + 48, m_delimiter) << 48U;
#else
    m_ends = endsIn(bytes, kBlock, m_delimiter);
#endif
}

} // namespace clicksieve
