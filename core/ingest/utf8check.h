// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

namespace clicksieve {

/// True where @p text is UTF-8 from end to end: no byte too many, no half character, no surrogates. Several gigabytes
/// a second.
[[nodiscard]] bool isUtf8(std::string_view text);

/// The first place at or after @p place where a character can begin, three bytes on at most; the end of the text at
/// most. Stretches of a text that are cut there can be looked at one by one: all of them are UTF-8 where the whole is.
[[nodiscard]] std::size_t characterBorder(std::string_view text, std::size_t place);

} // namespace clicksieve
