// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

namespace clicksieve {

/// Position of the next @p delimiter, LF or CR at or after @p from; text.size() where there is none.
/// Sixteen bytes at a time where the processor can.
[[nodiscard]] std::size_t findCellEnd(std::string_view text, char delimiter, std::size_t from);

/// The same, a byte at a time: for processors without SSE2, and to test the other against.
[[nodiscard]] std::size_t findCellEndPlain(std::string_view text, char delimiter, std::size_t from);

/// Position of the next LF or CR at or after @p from; text.size() where there is none.
[[nodiscard]] std::size_t findLineEnd(std::string_view text, std::size_t from);

} // namespace clicksieve
