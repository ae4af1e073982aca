// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/events/index.h"
#include "core/jobs/result.h"
#include "core/metrics/figures.h"

#include <cstdint>
#include <functional>

namespace clicksieve {

class EventTable;
class JobContext;
class Verdicts;

/// Opens and clicks that change sides.
struct Differences {
    std::uint64_t clicksToHuman = 0; ///< counted as a machine's before, as a person's after
    std::uint64_t clicksToMachine = 0;
    std::uint64_t opensToHuman = 0;
    std::uint64_t opensToMachine = 0;

    void count(bool isClick, bool isMachineNow)
    {
        if (isClick)
            ++(isMachineNow ? clicksToMachine : clicksToHuman);
        else
            ++(isMachineNow ? opensToMachine : opensToHuman);
    }
    [[nodiscard]] std::uint64_t events() const
    {
        return clicksToHuman + clicksToMachine + opensToHuman + opensToMachine;
    }
};

/// What other rules would make of the same events.
struct VerdictChanges : Differences {
    std::uint64_t domains = 0; ///< recipient domains with at least one of them
    Figures before;
    Figures after;
};

/// Calls @p use for each open and click that @p before and @p after put on different sides, in order of the table. Ends early
/// after a stop.
void forEachDifference(const EventTable &table, const Verdicts &before, const Verdicts &after,
                       JobContext &context, const std::function<void(std::size_t event)> &use);

/// Domain of the recipient; none where there is no recipient, or one without a domain.
[[nodiscard]] DomainIndex domainOf(const EventTable &table, std::size_t event);

/// Compares what @p before and @p after say of all events. Looks at every one: run it in a job. Error: Cancelled.
[[nodiscard]] Result<VerdictChanges> compareVerdicts(const EventTable &table, const Verdicts &before,
                                                     const Verdicts &after, JobContext &context);

} // namespace clicksieve
