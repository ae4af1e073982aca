// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/utf8check.h"

#include <simdjson.h>

#include <algorithm>

namespace clicksieve {

bool isUtf8(std::string_view text)
{
    return simdjson::validate_utf8(text.data(), text.size());
}

std::size_t characterBorder(std::string_view text, std::size_t place)
{
    const auto isContinuation = [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; };
    place = std::min(place, text.size());
    for (int steps = 0; steps < 3 && place < text.size() && isContinuation(text[place]); ++steps)
        ++place;
    return place;
}

} // namespace clicksieve
