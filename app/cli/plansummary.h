// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace clicksieve {

struct PlanQuestion;
struct PlanReport;

/// The plan in words and tables on standard output.
void printPlan(const PlanQuestion &question, const PlanReport &report);

} // namespace clicksieve
