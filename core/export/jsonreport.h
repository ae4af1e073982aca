// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/result.h"

#include <QJsonObject>
#include <QString>

#include <optional>

namespace clicksieve {

class EventTable;
class JobContext;
class Verdicts;

/// The whole result as one JSON object, the stable interface of the command line (clicksieve-cli.1). Rates are fractions from 0 to 1;
/// what the export does not say, and rates without denominator, are null.
[[nodiscard]] QJsonObject jsonReport(const EventTable &table, const Verdicts &verdicts, JobContext &context);

/// Writes it, indented; @p path "-" is standard output. Error: Unwritable.
[[nodiscard]] std::optional<Error> writeJsonReport(const EventTable &table, const Verdicts &verdicts,
                                                   const QString &path, JobContext &context);

} // namespace clicksieve
