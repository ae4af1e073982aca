// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/jsonscan.h"

#include <bit>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace clicksieve {

std::size_t findStringMarkPlain(std::string_view text, std::size_t from)
{
    const auto isMark = [](char character) {
        return character == '"' || character == '\\' || static_cast<unsigned char>(character) < 0x20;
    };
    while (from < text.size() && !isMark(text[from]))
        ++from;
    return from;
}

std::size_t findStringMark(std::string_view text, std::size_t from)
{
#ifdef __SSE2__
    const __m128i quotes = _mm_set1_epi8('"');
    const __m128i backslashes = _mm_set1_epi8('\\');
    const __m128i lastControls = _mm_set1_epi8(0x1F);
    for (; from + sizeof(__m128i) <= text.size(); from += sizeof(__m128i)) {
        const __m128i block = _mm_loadu_si128(reinterpret_cast<const __m128i *>(text.data() + from));
        const __m128i isControl = _mm_cmpeq_epi8(_mm_min_epu8(block, lastControls), block);
        const __m128i hits = _mm_or_si128(
            isControl, _mm_or_si128(_mm_cmpeq_epi8(block, quotes), _mm_cmpeq_epi8(block, backslashes)));
        const auto mask = static_cast<unsigned>(_mm_movemask_epi8(hits));
        if (mask != 0)
            return from + static_cast<std::size_t>(std::countr_zero(mask));
    }
#endif
    return findStringMarkPlain(text, from);
}

} // namespace clicksieve
