// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

namespace clicksieve {

/// Position of the next character at or after @p from that means something in a JSON string: a quote, a backslash or a
/// control character (below 0x20); text.size() where there is none. Sixteen bytes at a time where the processor can.
[[nodiscard]] std::size_t findStringMark(std::string_view text, std::size_t from);

/// The same, a byte at a time: for processors without SSE2, and to test the other against.
[[nodiscard]] std::size_t findStringMarkPlain(std::string_view text, std::size_t from);

} // namespace clicksieve
