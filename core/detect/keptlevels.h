// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/verdicts.h"

#include <vector>

namespace clicksieve {

/// Which signals of @p after, whose ruleset and signalsUsed are there, would say of every action what the signal at the
/// same place of @p before said: one for each place. A signal does where it has the same parameters and, if it looks at
/// what others came to, all of those do as well. Titles do not count.
/// @pre both are of one table
[[nodiscard]] std::vector<bool> keptLevels(const Verdicts::Content &before, const Verdicts::Content &after);

} // namespace clicksieve
