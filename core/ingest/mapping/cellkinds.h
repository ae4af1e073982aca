// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace clicksieve {

/// What a single cell looks like. Quick looks for proposals, not checks.

/// "anna@nordbank.example", also as "Anna <anna@nordbank.example>".
[[nodiscard]] bool isMailAddress(std::string_view cell);
/// With http:// or https://, or "www.".
[[nodiscard]] bool isWebAddress(std::string_view cell);
/// Of version 4 or 6, also with a port or as the first of a list.
[[nodiscard]] bool isNetworkAddress(std::string_view cell);
/// "Mozilla/5.0 (…)", "Outlook-iOS/2.0": how programs name themselves.
[[nodiscard]] bool isUserAgent(std::string_view cell);
/// With at most one point or comma, so that a date is none.
[[nodiscard]] bool isNumber(std::string_view cell);

} // namespace clicksieve
