// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/verdicts.h"

#include <QString>

namespace clicksieve {

/// "balanced 2", as rules are called in headings. Plain text.
[[nodiscard]] QString rulesName(const Ruleset &rules);

/// What @p verdicts make of an event and why, a line for each sign. Plain text.
/// @pre the event is an open or a click that the user did not decide
[[nodiscard]] QString reasonsText(const EventTable &table, const Verdicts &verdicts, std::size_t event);

} // namespace clicksieve
