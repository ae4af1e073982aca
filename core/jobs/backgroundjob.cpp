// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/backgroundjob.h"

#include <chrono>
#include <exception>
#include <new>
#include <optional>

namespace clicksieve {

namespace {

constexpr std::chrono::milliseconds kReportEvery{100};
/// Below this share an estimate of the time left is noise.
constexpr double kShareToTellTimeLeft = 0.03;

/// What a job that threw has to say. Exceptions end here; the window only ever sees an Error.
Error failureOf(const std::exception_ptr &thrown)
{
    try {
        std::rethrow_exception(thrown);
    } catch (const std::bad_alloc &) {
        return {
            Error::Kind::Unreadable,
            QStringLiteral(
                "There is not enough memory for this. Close other programs or open fewer files at once.")};
    } catch (const std::exception &exception) {
        return {Error::Kind::Unreadable,
                QStringLiteral("Something unexpected went wrong (%1). Nothing was changed.")
                    .arg(QString::fromUtf8(exception.what()))};
    }
}

} // namespace

BackgroundJob::BackgroundJob(QObject *parent) : QObject(parent)
{
    m_pool.setMaxThreadCount(1);
    m_ticker.setInterval(kReportEvery);
    connect(&m_ticker, &QTimer::timeout, this, &BackgroundJob::report);
}

BackgroundJob::~BackgroundJob()
{
    cancel();
    m_pool.waitForDone();
}

void BackgroundJob::cancel()
{
    if (m_context)
        m_context->requestStop();
}

void BackgroundJob::launch(std::function<void(JobContext &)> work, std::function<void(const Error *)> done)
{
    cancel();
    auto context = std::make_shared<JobContext>();
    m_context = context;
    m_clock.start();
    m_ticker.start();
    emit started();

    m_pool.start([this, context, work = std::move(work), done = std::move(done)] {
        std::optional<Error> failure;
        try {
            if (!context->stopRequested())
                work(*context);
        } catch (...) {
            failure = failureOf(std::current_exception());
        }
        if (context->stopRequested())
            failure = Error{Error::Kind::Cancelled, QStringLiteral("Stopped.")};
        QMetaObject::invokeMethod(
            this,
            [this, context, failure, done] {
                if (context != m_context)
                    return; // a newer start() has taken over
                m_context.reset();
                m_ticker.stop();
                emit finished();
                done(failure ? &*failure : nullptr);
            },
            Qt::QueuedConnection);
    });
}

void BackgroundJob::report()
{
    if (!m_context)
        return;
    const double share = m_context->share();
    qint64 msLeft = -1;
    if (share >= kShareToTellTimeLeft)
        msLeft = static_cast<qint64>(static_cast<double>(m_clock.elapsed()) * (1.0 - share) / share);
    emit progressed(share, m_context->rows(), msLeft);
}

} // namespace clicksieve
