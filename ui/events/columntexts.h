// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis.h"
#include "ui/events/eventcolumn.h"

#include <string>
#include <string_view>
#include <vector>

namespace clicksieve {

/// The texts of a dictionary column by id, as selecting and sorting see them: recipient, link, campaign or actor
/// number; address and agent by client. Views into @p analysis, or into @p keep for texts that are not UTF-8 there.
[[nodiscard]] std::vector<std::string_view> columnTexts(const Analysis &analysis, EventColumn column,
                                                        std::vector<std::string> &keep);

/// The id of an event's text in columnTexts(); none (0xFFFFFFFF) where the export does not say.
[[nodiscard]] std::uint32_t columnId(const Analysis &analysis, EventColumn column, std::size_t event);

/// Columns that have texts: can be searched, and are sorted by alphabet.
[[nodiscard]] bool hasTexts(EventColumn column);

} // namespace clicksieve
