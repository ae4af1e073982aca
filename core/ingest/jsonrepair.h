// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace clicksieve {

/// @p json with what its grammar allows (RFC 8259) but parsers refuse made acceptable: a number beyond 64 bits becomes
/// the text of its digits, half of a surrogate pair (a name cut off within an emoji) becomes U+FFFD. All else, also
/// what is no JSON, stays as it is.
[[nodiscard]] std::string repairedJson(std::string_view json);

} // namespace clicksieve
