// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace clicksieve {

struct Analysis;
struct RulesComparison;

/// Prints two rulesets side by side: the figures of people by campaign, and the domains whose events change sides.
void printComparison(const Analysis &analysis, const RulesComparison &comparison);

} // namespace clicksieve
