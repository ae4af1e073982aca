// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xxhash.h>

#include <charconv>
#include <cstdint>
#include <optional>
#include <string_view>

namespace clicksieve {

/// The number that @p text is, all of it; nothing for anything else.
template <typename Number>
[[nodiscard]] std::optional<Number> numberOf(std::string_view text)
{
    Number number{};
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool isWhole = problem == std::errc{} && end == text.data() + text.size() && !text.empty();
    return isWhole ? std::optional(number) : std::nullopt;
}

[[nodiscard]] inline bool areDigits(std::string_view text)
{
    return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

/// 1 to 12 for "Jan" to "Dec"; 0 for none.
[[nodiscard]] inline unsigned monthOf(std::string_view name)
{
    constexpr std::string_view kMonths = "JanFebMarAprMayJunJulAugSepOctNovDec";
    for (unsigned month = 0; month < 12; ++month) {
        if (kMonths.substr(std::size_t{month} * 3, 3) == name)
            return month + 1;
    }
    return 0;
}

/// Two texts of one hash are taken for one: of a million, hardly ever two are (64 bits).
[[nodiscard]] inline std::uint64_t hashOf(std::string_view text, std::uint64_t seed = 0)
{
    return XXH3_64bits_withSeed(text.data(), text.size(), seed);
}

} // namespace clicksieve
