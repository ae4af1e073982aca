// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/verdictchanges.h"

#include "core/detect/verdicts.h"
#include "core/events/eventtable.h"
#include "core/jobs/jobcontext.h"
#include "core/metrics/breakdown.h"

#include <algorithm>

namespace clicksieve {

namespace {

/// Events between two looks at the stop flag: well under a millisecond of work.
constexpr std::size_t kEventsBetweenStops = 65'536;

} // namespace

void forEachDifference(const EventTable &table, const Verdicts &before, const Verdicts &after,
                       JobContext &context, const std::function<void(std::size_t event)> &use)
{
    for (std::size_t event = 0; event < table.size(); ++event) {
        if (event % kEventsBetweenStops == 0 && context.stopRequested())
            return;
        if (isAction(table.type(event)) && before.isMachine(event) != after.isMachine(event))
            use(event);
    }
}

DomainIndex domainOf(const EventTable &table, std::size_t event)
{
    const RecipientIndex recipient = table.recipient(event);
    return recipient.isNone() ? DomainIndex() : table.domainOf(recipient);
}

Result<VerdictChanges> compareVerdicts(const EventTable &table, const Verdicts &before, const Verdicts &after,
                                       JobContext &context)
{
    VerdictChanges changes;
    std::vector<bool> isTouched(table.domainCount());
    forEachDifference(table, before, after, context, [&](std::size_t event) {
        changes.count(table.type(event) == EventType::Click, after.isMachine(event));
        if (const DomainIndex domain = domainOf(table, event); !domain.isNone())
            isTouched[domain.value()] = true;
    });
    changes.domains = static_cast<std::uint64_t>(std::ranges::count(isTouched, true));
    changes.before = totalFigures(table, before, {}, context);
    changes.after = totalFigures(table, after, {}, context);
    if (context.stopRequested())
        return Error{Error::Kind::Cancelled, QStringLiteral("Stopped.")};
    return changes;
}

} // namespace clicksieve
