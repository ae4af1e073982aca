// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/csvscan.h"

#include <bit>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace clicksieve {

std::size_t findCellEndPlain(std::string_view text, char delimiter, std::size_t from)
{
    while (from < text.size() && text[from] != delimiter && text[from] != '\n' && text[from] != '\r')
        ++from;
    return from;
}

std::size_t findCellEnd(std::string_view text, char delimiter, std::size_t from)
{
#ifdef __SSE2__
    const __m128i delimiters = _mm_set1_epi8(delimiter);
    const __m128i lineFeeds = _mm_set1_epi8('\n');
    const __m128i carriageReturns = _mm_set1_epi8('\r');
    for (; from + sizeof(__m128i) <= text.size(); from += sizeof(__m128i)) {
        const __m128i block = _mm_loadu_si128(reinterpret_cast<const __m128i *>(text.data() + from));
        const __m128i hits = _mm_or_si128(
            _mm_cmpeq_epi8(block, delimiters),
            _mm_or_si128(_mm_cmpeq_epi8(block, lineFeeds), _mm_cmpeq_epi8(block, carriageReturns)));
        const auto mask = static_cast<unsigned>(_mm_movemask_epi8(hits));
        if (mask != 0)
            return from + static_cast<std::size_t>(std::countr_zero(mask));
    }
#endif
    return findCellEndPlain(text, delimiter, from);
}

std::size_t findLineEnd(std::string_view text, std::size_t from)
{
    return findCellEnd(text, '\n', from);
}

} // namespace clicksieve
