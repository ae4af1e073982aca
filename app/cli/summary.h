// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace clicksieve {

struct Analysis;
class JobContext;
struct MailServerFile;

/// Prints what a reader at a terminal wants first: campaigns raw → adjusted, the domains with most machine clicks, who the machines are, what
/// could not be judged. @p mailServers: for the figures by gateway; null for none.
void printSummary(const Analysis &analysis, const MailServerFile *mailServers, JobContext &context);

} // namespace clicksieve
