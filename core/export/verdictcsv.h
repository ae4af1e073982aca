// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/result.h"

#include <QString>

#include <optional>

namespace clicksieve {

class EventTable;
class JobContext;
class Verdicts;

/// Writes one line for each open and click, in the order of the sources and rows:
/// source,row,event,recipient,campaign,time,verdict,probability,actor,signals
/// (row: 1-based record number, header not counted; time: ISO 8601 in UTC with milliseconds; probability: 0 to 1 with four
/// decimals, that a machine made it; actor: who the machine is, "person" for human events; signals: ids with ; between).
/// @p path "-" is standard output. Error: Unwritable, Cancelled.
[[nodiscard]] std::optional<Error> writeVerdicts(const EventTable &table, const Verdicts &verdicts,
                                                 const QString &path, JobContext &context);

} // namespace clicksieve
