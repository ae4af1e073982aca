// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/jobcontext.h"
#include "core/jobs/result.h"

#include <QElapsedTimer>
#include <QObject>
#include <QThreadPool>
#include <QTimer>

#include <functional>
#include <memory>

namespace clicksieve {

/// Runs one piece of work at a time in the background for its owner. Starting another stops the one before,
/// whose result is then thrown away: only the newest answer arrives. Lives on the owner's thread; the owner's
/// thread needs an event loop. Destroying it stops the work and waits for the worker (a few milliseconds).
class BackgroundJob : public QObject {
    Q_OBJECT

public:
    explicit BackgroundJob(QObject *parent = nullptr);
    ~BackgroundJob() override;

    /// Runs @p work on a worker, then @p done with its result on the owner's thread. @p work gets copies of
    /// what it needs (capture by value, snapshots by shared_ptr). An exception in it becomes an Error. After cancel(),
    /// @p done gets an Error of kind Cancelled as soon as the work has noticed; after a newer start(), nothing.
    template <typename T>
    void start(std::function<Result<T>(JobContext &)> work, std::function<void(Result<T>)> done)
    {
        auto box = std::make_shared<std::unique_ptr<Result<T>>>();
        launch([box, work = std::move(work)](
                   JobContext &context) { *box = std::make_unique<Result<T>>(work(context)); },
               [box, done = std::move(done)](const Error *failure) {
                   done(failure != nullptr ? Result<T>(*failure) : std::move(**box));
               });
    }

    /// Asks the work to stop. Nothing happens where none is running.
    void cancel();
    [[nodiscard]] bool isRunning() const { return m_context != nullptr; }

signals:
    void started();
    /// At most every 100 ms while work is running. msLeft is -1 while it cannot be told.
    void progressed(double share, quint64 rows, qint64 msLeft);
    void finished();

private:
    void launch(std::function<void(JobContext &)> work, std::function<void(const Error *)> done);
    void report();

    QThreadPool m_pool;
    QTimer m_ticker;
    QElapsedTimer m_clock;
    std::shared_ptr<JobContext> m_context; ///< of the work that is running
};

} // namespace clicksieve
