// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace clicksieve {

/// A count as exports write it: digits, or digits in groups of three with one kind of separator ("1,234", "1.234",
/// "1'234", "1 234", also with a no-break space). nullopt for anything else, also above 10^15: that is no count.
[[nodiscard]] std::optional<std::uint64_t> wholeNumber(std::string_view text);

} // namespace clicksieve
