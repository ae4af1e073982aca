// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/result.h"
#include "core/metrics/figures.h"

#include <cstdint>

namespace clicksieve {

class EventTable;
class JobContext;
class Verdicts;

/// What other rules would make of the same events.
struct VerdictChanges {
    std::uint64_t clicksToHuman = 0; ///< counted as a machine's before, as a person's after
    std::uint64_t clicksToMachine = 0;
    std::uint64_t opensToHuman = 0;
    std::uint64_t opensToMachine = 0;
    std::uint64_t domains = 0; ///< recipient domains with at least one of them
    Figures before;
    Figures after;

    [[nodiscard]] std::uint64_t events() const
    {
        return clicksToHuman + clicksToMachine + opensToHuman + opensToMachine;
    }
};

/// Compares what @p before and @p after say of all events. Looks at every one: run it in a job. Error: Cancelled.
[[nodiscard]] Result<VerdictChanges> compareVerdicts(const EventTable &table, const Verdicts &before,
                                                     const Verdicts &after, JobContext &context);

} // namespace clicksieve
