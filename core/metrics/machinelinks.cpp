// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/machinelinks.h"

#include "core/metrics/breakdown.h"

#include <algorithm>

namespace clicksieve {

std::vector<MachineLink> linksOfMachinesOnly(const EventTable &table, const Verdicts &verdicts,
                                             JobContext &context)
{
    std::vector<MachineLink> links;
    for (const auto &[link, figures] : figuresByLink(table, verdicts, {}, context)) {
        if (figures.lenient.clicks == 0 && figures.machineClicks == figures.raw.clicks
            && figures.raw.uniqueClicks >= kFewestMessages)
            links.push_back({LinkIndex{link}, figures.raw.clicks, figures.raw.uniqueClicks});
    }
    std::stable_sort(links.begin(), links.end(), [](const MachineLink &one, const MachineLink &other) {
        return one.messages > other.messages;
    });
    return links;
}

} // namespace clicksieve
