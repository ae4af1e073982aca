// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ingest/timepattern.h"
#include "core/jobs/result.h"

namespace clicksieve {

class JobContext;
struct Source;

/// How the times of a source are written.
struct TimeReading {
    const TimePattern *pattern = nullptr; ///< one of its format's; null where no row's time could be read
    bool dayOrderIsOpen = false;          ///< more than one fits all rows; then the first of those
    bool nameTheirZone = false;           ///< the first rows do, all of them
    bool isSettled = false;               ///< whatever rows may follow could not change it
};

/// Finds the one way of writing times that fits all of @p source, whose format, header and zone are known. Reads on only
/// as long as several fit, which a format with unambiguous dates never needs; then the one with @p asked counts.
/// Error: Cancelled.
[[nodiscard]] Result<TimeReading> findTimeReading(const Source &source, DayOrder asked, JobContext &context);

} // namespace clicksieve
