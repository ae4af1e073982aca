// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/backgroundjob.h"
#include "core/jobs/parallel.h"

#include <QSemaphore>
#include <QSignalSpy>
#include <QTest>

#include <atomic>
#include <stdexcept>
#include <vector>

using namespace clicksieve;

class TestBackgroundJob : public QObject {
    Q_OBJECT

private slots:
    void deliversItsResultOnTheOwnersThread()
    {
        BackgroundJob job;
        QSignalSpy finished(&job, &BackgroundJob::finished);
        int answer = 0;
        QThread *deliveredOn = nullptr;
        job.start<int>([](JobContext &) { return Result<int>(42); },
                       [&](Result<int> result) {
                           answer = result.value();
                           deliveredOn = QThread::currentThread();
                       });
        QVERIFY(job.isRunning());
        QTRY_COMPARE(answer, 42);
        QCOMPARE(deliveredOn, QThread::currentThread());
        QCOMPARE(finished.count(), 1);
        QVERIFY(!job.isRunning());
    }

    void cancelArrivesAtOnce()
    {
        BackgroundJob job;
        QSemaphore running;
        std::optional<Error> error;
        job.start<int>(
            [&running](JobContext &context) {
                running.release();
                while (!context.stopRequested())
                    QThread::yieldCurrentThread();
                return Result<int>(1);
            },
            [&](Result<int> result) { error = result.error(); });
        running.acquire();
        job.cancel();
        QTRY_VERIFY(error.has_value());
        QCOMPARE(error->kind, Error::Kind::Cancelled);
    }

    void onlyTheNewestAnswerArrives()
    {
        BackgroundJob job;
        std::vector<int> answers;
        for (int round = 0; round < 20; ++round)
            job.start<int>([round](JobContext &) { return Result<int>(round); },
                           [&](Result<int> result) { answers.push_back(result.value()); });
        QTRY_VERIFY(!job.isRunning());
        QCOMPARE(answers, std::vector<int>{19});
    }

    void anExceptionBecomesASentence()
    {
        BackgroundJob job;
        QString message;
        job.start<int>([](JobContext &) -> Result<int> { throw std::runtime_error("disk on fire"); },
                       [&](Result<int> result) { message = result.error().message; });
        QTRY_VERIFY(message.contains(QStringLiteral("disk on fire")));
    }

    void destroyingItStopsTheWork()
    {
        std::atomic<bool> ended = false;
        {
            BackgroundJob job;
            QSemaphore running;
            job.start<int>(
                [&](JobContext &context) {
                    running.release();
                    while (!context.stopRequested())
                        QThread::yieldCurrentThread();
                    ended = true;
                    return Result<int>(1);
                },
                [](Result<int>) { QFAIL("nobody is left to hear it"); });
            running.acquire();
        }
        QVERIFY(ended);
    }

    void parallelForVisitsEachItemOnce()
    {
        for (const int threads : {1, 2, 7}) {
            JobContext context(threads);
            std::vector<std::atomic<int>> visits(1'000);
            parallelFor(context, visits.size(), [&](std::size_t item, std::size_t worker) {
                QVERIFY(worker < static_cast<std::size_t>(threads));
                ++visits[item];
            });
            for (const auto &count : visits)
                QCOMPARE(count.load(), 1);
        }
    }

    void shareIsKnownOnceTheTotalIs()
    {
        JobContext context(1);
        QCOMPARE(context.share(), 0.0);
        context.addTotal(200);
        context.addDone(50);
        QCOMPARE(context.share(), 0.25);
    }
};

QTEST_GUILESS_MAIN(TestBackgroundJob)
#include "tst_backgroundjob.moc"
