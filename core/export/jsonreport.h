// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/result.h"

#include <QString>

#include <optional>
#include <string>

namespace clicksieve {

class EventTable;
class JobContext;
struct MailServerFile;
struct RulesComparison;
class Verdicts;

/// The whole result as one JSON object, the stable interface of the command line (clicksieve-cli.1), indented. Rates are fractions from 0 to
/// 1; what the export does not say, and rates without denominator, are null.
/// @p mailServers: for the figures by gateway; null for none. @p comparison: with other rules; null for none.
[[nodiscard]] std::string jsonReport(const EventTable &table, const Verdicts &verdicts, JobContext &context,
                                     const MailServerFile *mailServers = nullptr,
                                     const RulesComparison *comparison = nullptr);

/// Writes it; @p path "-" is standard output. Error: Unwritable.
[[nodiscard]] std::optional<Error> writeJsonReport(const EventTable &table, const Verdicts &verdicts,
                                                   const QString &path, JobContext &context,
                                                   const MailServerFile *mailServers = nullptr,
                                                   const RulesComparison *comparison = nullptr);

} // namespace clicksieve
