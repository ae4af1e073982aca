// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

namespace clicksieve {

/// A name of a month at the begin of a text.
struct MonthName {
    int month = 0;          ///< 1 to 12; 0: none is known
    std::size_t length = 0; ///< bytes of the word, with the point of a short form ("okt.")
};

/// The month whose name, or a short form of at least three letters, @p text (UTF-8) begins with, in Danish, Dutch,
/// English, Finnish, French, German, Italian, Norwegian, Polish, Portuguese, Spanish or Swedish. No word of one of these
/// means another month in another.
[[nodiscard]] MonthName monthNameAt(std::string_view text);

} // namespace clicksieve
