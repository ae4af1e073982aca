// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <cstdint>
#include <stop_token>

namespace clicksieve {

/// What a running job shares with the world: how far it is, and whether it should stop.
/// Workers write with relaxed atomics; anybody may read at any time from any thread.
class JobContext {
public:
    explicit JobContext(int threads = 0);

    /// Asks every worker to stop. Workers look once per block, so within a few milliseconds.
    void requestStop() { m_stop.request_stop(); }
    [[nodiscard]] bool stopRequested() const { return m_stop.stop_requested(); }

    /// Threads this job may use, at least 1. The result never depends on it.
    [[nodiscard]] int threads() const { return m_threads; }

    /// The amount of work, in whatever unit addDone() uses (bytes while importing).
    void addTotal(std::uint64_t units) { m_total.fetch_add(units, std::memory_order_relaxed); }
    void addDone(std::uint64_t units) { m_done.fetch_add(units, std::memory_order_relaxed); }
    void addRows(std::uint64_t rows) { m_rows.fetch_add(rows, std::memory_order_relaxed); }
    /// Forgets what was done: the job starts over.
    void beginAgain();

    /// Share of the work done, 0 to 1; 0 while the total is not known.
    [[nodiscard]] double share() const;
    [[nodiscard]] std::uint64_t rows() const { return m_rows.load(std::memory_order_relaxed); }

private:
    std::stop_source m_stop;
    std::atomic<std::uint64_t> m_total = 0;
    std::atomic<std::uint64_t> m_done = 0;
    std::atomic<std::uint64_t> m_rows = 0;
    int m_threads = 1;
};

} // namespace clicksieve
