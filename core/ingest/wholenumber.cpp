// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/wholenumber.h"

#include <algorithm>
#include <array>
#include <string>

namespace clicksieve {

namespace {

constexpr std::size_t kMostDigits = 15;

/// Separators between groups of three digits; the last two are the no-break spaces of UTF-8.
constexpr std::array<std::string_view, 6> kSeparators = {",", ".", "'", " ", "\u00A0", "\u202F"};

bool areDigits(std::string_view text)
{
    return !text.empty()
           && std::ranges::all_of(text, [](char character) { return character >= '0' && character <= '9'; });
}

/// The digits without the separators; empty where they are not in groups of three.
std::string ungrouped(std::string_view text, std::string_view separator)
{
    std::string digits;
    for (bool isFirst = true;; isFirst = false) {
        const std::size_t end = text.find(separator);
        const std::string_view group = text.substr(0, end);
        if (!areDigits(group) || group.size() > 3 || (!isFirst && group.size() != 3))
            return {};
        digits += group;
        if (end == std::string_view::npos)
            return digits;
        text.remove_prefix(end + separator.size());
    }
}

} // namespace

std::optional<std::uint64_t> wholeNumber(std::string_view text)
{
    std::string digits(text);
    for (const std::string_view separator : kSeparators) {
        if (text.find(separator) != std::string_view::npos) {
            digits = ungrouped(text, separator);
            break;
        }
    }
    if (!areDigits(digits) || digits.size() > kMostDigits)
        return std::nullopt;
    return std::stoull(digits);
}

} // namespace clicksieve
