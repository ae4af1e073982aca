// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis.h"
#include "core/metrics/breakdown.h"
#include "ui/tables/csvfile.h"

namespace clicksieve {

/// What a table of figures has a row for.
enum class FiguresBy { Campaign, Domain, Link };

/// The columns of every table of figures, the group first.
[[nodiscard]] QStringList figuresHeader(FiguresBy by);
/// One row of it; numbers plain, rates as 0.168, "–" where the export does not say.
[[nodiscard]] QStringList figuresRow(FiguresBy by, const EventTable &table, const GroupFigures &group);

/// Computes the figures in view and writes them as CSV. Returns the rows. Errors: Unwritable; Cancelled.
[[nodiscard]] Result<qint64> writeFigures(FiguresBy by, const Analysis &analysis, const Filter &filter,
                                          const QString &path, JobContext &context);

} // namespace clicksieve
