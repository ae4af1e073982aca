// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis.h"
#include "core/jobs/result.h"
#include "ui/events/eventquery.h"

#include <cstdint>
#include <vector>

namespace clicksieve {

class JobContext;
class EventRanks;

/// The positions of the opens and clicks that pass @p query, in its order; ties in the order of the files.
/// Each dictionary is matched once and the columns are then scanned by code. @p ranks keeps what sorting learns of the
/// dictionaries of this table; one job at a time may use it. Error: Cancelled after a stop.
[[nodiscard]] Result<std::vector<std::uint32_t>> selectEvents(const Analysis &analysis,
                                                              const EventQuery &query, EventRanks &ranks,
                                                              JobContext &context);

} // namespace clicksieve
