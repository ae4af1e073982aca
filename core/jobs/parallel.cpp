// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/parallel.h"

#include "core/jobs/jobcontext.h"

#include <algorithm>
#include <atomic>
#include <thread>
#include <vector>

namespace clicksieve {

void parallelFor(JobContext &context, std::size_t count,
                 const std::function<void(std::size_t, std::size_t)> &work)
{
    std::atomic<std::size_t> next = 0;
    const auto run = [&](std::size_t worker) {
        for (std::size_t item = next.fetch_add(1); item < count; item = next.fetch_add(1)) {
            if (context.stopRequested())
                return;
            work(item, worker);
        }
    };
    const std::size_t workers = std::min(count, static_cast<std::size_t>(context.threads()));
    std::vector<std::jthread> others;
    for (std::size_t worker = 1; worker < workers; ++worker)
        others.emplace_back(run, worker);
    run(0);
}

} // namespace clicksieve
