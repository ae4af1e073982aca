// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/viewcount.h"

#include "core/jobs/jobcontext.h"
#include "core/jobs/parallel.h"

#include <atomic>

namespace clicksieve {

Result<ViewCount> countInView(const Analysis &analysis, const Filter &filter, JobContext &context)
{
    constexpr std::size_t kBlock = 65'536;
    const EventTable &table = *analysis.table;
    const auto actions = table.messages().allActions();
    if (filter.isEmpty())
        return ViewCount{actions.size(), actions.size()};

    std::atomic<quint64> inView = 0;
    parallelFor(context, (actions.size() + kBlock - 1) / kBlock, [&](std::size_t block, std::size_t) {
        quint64 passed = 0;
        for (const auto event :
             actions.subspan(block * kBlock, std::min(kBlock, actions.size() - block * kBlock)))
            passed += filter.passes(table, *analysis.verdicts, event) ? 1U : 0U;
        inView.fetch_add(passed, std::memory_order_relaxed);
    });
    if (context.stopRequested())
        return Error{Error::Kind::Cancelled, QString()};
    return ViewCount{inView.load(), actions.size()};
}

} // namespace clicksieve
