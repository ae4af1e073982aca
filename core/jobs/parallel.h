// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <functional>

namespace clicksieve {

class JobContext;

/// Calls work(item, worker) for every item in [0, count), each once, on at most context.threads() threads;
/// worker is in [0, threads). Items are taken in order, so neighbours in memory stay neighbours in time.
/// Returns when all are done, or, after a requested stop, when the items under way are.
/// @p work must not throw; what it does may not depend on which worker runs it.
void parallelFor(JobContext &context, std::size_t count,
                 const std::function<void(std::size_t item, std::size_t worker)> &work);

} // namespace clicksieve
