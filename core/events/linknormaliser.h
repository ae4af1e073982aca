// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/events/dictionary.h"

#include <cstdint>
#include <span>
#include <vector>

namespace clicksieve {

/// Finds the link behind each URL: the URL without the query parameters that merely say who clicked (tokens an ESP
/// adds for each recipient). They are told from the data: on one address, a parameter that has at least
/// kFewestValues values, nearly one for each recipient who clicked there, and nearly one value a recipient.
/// Fills @p links and returns the link of each URL. Columns are those of the EventTable.
[[nodiscard]] std::vector<std::uint32_t> normaliseLinks(const Dictionary &urls,
                                                        std::span<const std::uint32_t> urlColumn,
                                                        std::span<const std::uint32_t> recipientColumn,
                                                        Dictionary &links);

/// Own choice, on the safe side: below it a parameter may as well number the links of the mail (the largest
/// published sweep had 37 links: Robert-312/Email-Tracking-BOT-Detection).
inline constexpr std::uint32_t kFewestValues = 40;

} // namespace clicksieve
