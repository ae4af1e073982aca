// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/jobcontext.h"

#include <algorithm>
#include <thread>

namespace clicksieve {

JobContext::JobContext(int threads)
    : m_threads(threads > 0 ? threads : std::max(1, static_cast<int>(std::thread::hardware_concurrency())))
{
}

void JobContext::beginAgain()
{
    for (auto *count : {&m_total, &m_done, &m_rows})
        count->store(0, std::memory_order_relaxed);
}

double JobContext::share() const
{
    const auto total = m_total.load(std::memory_order_relaxed);
    const auto done = m_done.load(std::memory_order_relaxed);
    return total == 0 ? 0.0 : std::min(1.0, static_cast<double>(done) / static_cast<double>(total));
}

} // namespace clicksieve
