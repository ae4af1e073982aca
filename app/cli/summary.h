// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace clicksieve {

struct Analysis;
class JobContext;

/// Prints what a reader at a terminal wants first: campaigns raw → adjusted, the domains with most machine clicks, who the machines are, what
/// could not be judged.
void printSummary(const Analysis &analysis, JobContext &context);

} // namespace clicksieve
