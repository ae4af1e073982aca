// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/planner/planreport.h"

#include <QString>

namespace clicksieve {

/// "Sent all at once, the mail brings 566 requests a second, 2 min after the start."
[[nodiscard]] QString planHeadline(const PlanQuestion &question, const PlanReport &report);
/// What a forecast says in a few sentences: the fullest second, how long visitors wait, when all is delivered.
[[nodiscard]] QString forecastText(const LoadForecast &forecast);
/// What else would help, a sentence for each change; and that blocking does not.
[[nodiscard]] QString helpText(const PlanReport &report);

} // namespace clicksieve
