// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis.h"
#include "core/export/verdictcsv.h"
#include "core/jobs/jobcontext.h"
#include "core/metrics/breakdown.h"
#include "simulator/campaignsimulator.h"
#include "simulator/campaignwriter.h"
#include "simulator/truthfigures.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <fstream>
#include <set>
#include <vector>

using namespace clicksieve;

namespace {

struct Score {
    std::uint64_t machineClicks = 0;
    std::uint64_t machineClicksFlagged = 0;
    std::uint64_t humanClicks = 0;
    std::uint64_t humanClicksFlagged = 0;
};

AnalysisRequest requestFor(const QString &file)
{
    AnalysisRequest request;
    request.files << file;
    return request;
}

/// Whether a machine made each event, in the order of the rows of the file.
using Labels = std::vector<bool>;

Labels labelsOf(const std::vector<simulator::SimulatedEvent> &events)
{
    Labels labels;
    for (const simulator::SimulatedEvent &event : events)
        labels.push_back(event.machine);
    return labels;
}

Score scoreClicks(const Analysis &analysis, const Labels &truth)
{
    Score score;
    for (std::size_t event = 0; event < analysis.table->size(); ++event) {
        if (analysis.table->type(event) != EventType::Click)
            continue;
        const bool flagged = analysis.verdicts->isMachine(event);
        const bool isMachine = truth[analysis.table->row(event) - 1];
        ++(isMachine ? score.machineClicks : score.humanClicks);
        if (flagged)
            ++(isMachine ? score.machineClicksFlagged : score.humanClicksFlagged);
    }
    return score;
}

/// Human clickers among those who, as people, opened or clicked.
double trueCtor(const Analysis &analysis, const Labels &truth)
{
    std::set<std::uint32_t> readers;
    std::set<std::uint32_t> clickers;
    for (const std::uint32_t event : analysis.table->messages().allActions()) {
        if (truth[analysis.table->row(event) - 1])
            continue;
        readers.insert(analysis.table->message(event).value());
        if (analysis.table->type(event) == EventType::Click)
            clickers.insert(analysis.table->message(event).value());
    }
    return static_cast<double>(clickers.size()) / static_cast<double>(readers.size());
}

void holdToThePromise(const Analysis &analysis, const Labels &truth)
{
    JobContext context;
    const Figures figures = totalFigures(*analysis.table, *analysis.verdicts, {}, context);
    const double raw = *figures.ctor(figures.raw).value();
    const double adjusted = *figures.ctor(figures.adjusted).value();
    const double expected = trueCtor(analysis, truth);
    const Score score = scoreClicks(analysis, truth);
    const double recall = double(score.machineClicksFlagged) / double(score.machineClicks);
    const double falseShare = double(score.humanClicksFlagged) / double(score.humanClicks);
    qInfo("raw %.4f adjusted %.4f truth %.4f; machine clicks flagged %.4f, human clicks flagged %.4f", raw,
          adjusted, expected, recall, falseShare);
    QVERIFY(std::abs(raw - expected) >= 0.10);
    QVERIFY(std::abs(adjusted - expected) <= 0.01);
    QVERIFY(recall >= 0.95);
    QVERIFY(falseShare <= 0.01);
}

} // namespace

/// What the product promises, on simulated campaigns with known truth. The ruleset was tuned on seeds 1, 7, 11, 12 and 20 to 39; none of these
/// is among them.
class TestDetection : public QObject {
    Q_OBJECT

private slots:
    void tellsPeopleFromMachines_data()
    {
        QTest::addColumn<quint64>("seed");
        for (const quint64 seed : {quint64{101}, quint64{102}, quint64{103}})
            QTest::addRow("seed %llu", static_cast<unsigned long long>(seed)) << seed;
    }

    void tellsPeopleFromMachines()
    {
        QFETCH(quint64, seed);
        simulator::SimulationOptions options;
        options.seed = seed;
        const auto events = simulator::CampaignSimulator(options).run();
        const simulator::TruthFigures truth(events);
        const Analysis analysis = analyzed(events);
        QCOMPARE(analysis.table->size(), events.size());

        const Labels labels = labelsOf(events);
        QVERIFY(std::abs(trueCtor(analysis, labels) - truth.adjustedCtor()) < 1e-9);
        holdToThePromise(analysis, labels);
    }

    void theShippedSampleToo()
    {
        QFile file(QStringLiteral(CLICKSIEVE_SOURCE_DIR "/tests/simulator/spring-offer.truth.csv"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        Labels labels;
        for (file.readLine(); !file.atEnd();)
            labels.push_back(file.readLine().split(',').value(2) == "machine");
        JobContext context;
        const QString sample = QStringLiteral(CLICKSIEVE_SOURCE_DIR "/resources/samples/spring-offer.csv");
        const Analysis analysis = analyze(requestFor(sample), context).value();
        QCOMPARE(labels.size(), analysis.table->size());
        holdToThePromise(analysis, labels);
    }

    void resultDoesNotDependOnThreads()
    {
        simulator::SimulationOptions options;
        options.seed = 4;
        options.recipients = 1'500;
        const auto events = simulator::CampaignSimulator(options).run();
        const QByteArray one = verdictsWith(events, 1);
        QVERIFY(one.count('\n') > 1'000);
        for (const int threads : {2, 3, 8})
            QCOMPARE(verdictsWith(events, threads), one);
    }

    void stopsWhenAsked()
    {
        simulator::SimulationOptions options;
        options.seed = 5;
        options.recipients = 500;
        const QString file = written(simulator::CampaignSimulator(options).run());
        JobContext context(2);
        context.requestStop();
        const auto result = analyze(requestFor(file), context);
        QVERIFY(!result.ok());
        QCOMPARE(result.error().kind, Error::Kind::Cancelled);
    }

private:
    QString written(const std::vector<simulator::SimulatedEvent> &events)
    {
        const QString path = m_folder.filePath(QStringLiteral("events.csv"));
        std::ofstream stream(path.toStdString(), std::ios::binary);
        simulator::CampaignWriter("c").writeEvents(events, stream);
        return path;
    }

    Analysis analyzed(const std::vector<simulator::SimulatedEvent> &events)
    {
        JobContext context;
        return analyze(requestFor(written(events)), context).value();
    }

    QByteArray verdictsWith(const std::vector<simulator::SimulatedEvent> &events, int threads)
    {
        const QString file = written(events);
        JobContext context(threads);
        const Analysis analysis = analyze(requestFor(file), context).value();
        const QString path = m_folder.filePath(QStringLiteral("verdicts-%1.csv").arg(threads));
        if (writeVerdicts(*analysis.table, *analysis.verdicts, path, context))
            return {};
        QFile verdicts(path);
        return verdicts.open(QIODevice::ReadOnly) ? verdicts.readAll() : QByteArray();
    }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestDetection)
#include "tst_detection.moc"
