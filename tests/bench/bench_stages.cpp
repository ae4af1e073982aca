// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/detector.h"
#include "core/ingest/importer.h"
#include "core/jobs/jobcontext.h"
#include "core/metrics/breakdown.h"
#include "core/metrics/timeline.h"
#include "core/workspace/workspace.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QTemporaryDir>

#include <cstdio>
#include <ctime>

using namespace clicksieve;

namespace {

/// Prints a stage's seconds, those of all processors together (which other programs disturb less), and its share of
/// the first one's, so that runs on other machines can be compared.
class StageClock {
public:
    StageClock() { m_clock.start(); }
    void stage(const char *name)
    {
        const double seconds = static_cast<double>(m_clock.nsecsElapsed()) / 1e9;
        const double processors = processorSeconds();
        if (m_first == 0)
            m_first = seconds;
        std::printf("%-24s %8.3f s  %8.3f s of processors  %6.2f of import\n", name, seconds,
                    processors - m_processorsBefore, seconds / m_first);
        m_processorsBefore = processors;
        m_clock.restart();
    }

private:
    static double processorSeconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

    QElapsedTimer m_clock;
    double m_processorsBefore = processorSeconds();
    double m_first = 0;
};

/// The rules with another number for one parameter of one signal.
std::shared_ptr<const Ruleset> changed(const Ruleset &rules, const char *signal, const char *parameter,
                                       double value)
{
    auto result = std::make_shared<Ruleset>(rules);
    for (SignalSpec &spec : result->signalSpecs) {
        if (spec.id == QLatin1String(signal))
            spec.parameters.insert(QLatin1String(parameter), value);
    }
    return result;
}

/// What a user waits for who changes one thing on the Rules page. What comes of signals in the first pass is looked at by
/// those of the second, which have to sweep again; nothing looks at the limits.
void judgeAgain(const EventTable &table, const Verdicts &before, JobContext &context, StageClock &clock)
{
    const Ruleset &rules = before.ruleset();
    static_cast<void>(detect(table, std::make_shared<Ruleset>(rules), context));
    clock.stage("again: all anew");
    const auto judge = [&](std::shared_ptr<const Ruleset> by, const char *name) {
        static_cast<void>(detect(table, std::move(by), context, {}, &before));
        clock.stage(name);
    };
    judge(changed(rules, "before-delivery", "skewSeconds", 3), "again: first pass");
    judge(changed(rules, "neighbours", "nearSeconds", 11), "again: second pass");
    auto limit = std::make_shared<Ruleset>(rules);
    limit->machineFrom = (1 + rules.machineFrom) / 2;
    judge(limit, "again: a limit");
}

/// Saves a workspace into the folder for temporary files, with the export in it, and opens it again.
bool measureWorkspace(const Analysis &analysis, JobContext &context, StageClock &clock)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("bench.clicksieve"));
    for (const auto &[keep, name] :
         {std::pair(KeepFiles::No, "save, without export"), std::pair(KeepFiles::Yes, "save, with export")}) {
        const auto saved = saveWorkspace(analysis, keep, path, context);
        if (!saved) {
            std::fprintf(stderr, "%s\n", qUtf8Printable(saved.error().message));
            return false;
        }
        clock.stage(name);
        std::printf("%lld bytes\n", static_cast<long long>(QFileInfo(path).size()));
    }
    const auto opened = openWorkspace(path, nullptr, context);
    if (!opened) {
        std::fprintf(stderr, "%s\n", qUtf8Printable(opened.error().message));
        return false;
    }
    clock.stage("open workspace");
    return true;
}

} // namespace

/// clicksieve-bench-stages FILE [THREADS]: how long each stage takes on one export.
int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() < 2) {
        std::fprintf(stderr, "usage: clicksieve-bench-stages FILE [THREADS]\n");
        return 2;
    }
    JobContext context(arguments.value(2).toInt());
    StageClock clock;
    ImportRequest request;
    request.files << arguments[1];
    const auto table = importFiles(request, context);
    if (!table) {
        std::fprintf(stderr, "%s\n", qUtf8Printable(table.error().message));
        return 3;
    }
    clock.stage("import");
    const std::shared_ptr<const Ruleset> rules = loadRuleset(QStringLiteral("balanced")).value();
    const auto verdicts = detect(*table.value(), rules, context);
    if (!verdicts)
        return 3;
    clock.stage("detect");
    judgeAgain(*table.value(), *verdicts.value(), context, clock);
    static_cast<void>(figuresByCampaign(*table.value(), *verdicts.value(), {}, context));
    clock.stage("figures by campaign");
    static_cast<void>(figuresByDomain(*table.value(), *verdicts.value(), {}, context));
    clock.stage("figures by domain");
    static_cast<void>(makeTimeline(*table.value(), *verdicts.value(), {}, {}));
    clock.stage("timeline");
    if (!measureWorkspace({table.value(), verdicts.value()}, context, clock))
        return 4;
    std::printf("%zu events, %lld bytes, %d threads\n", table.value()->size(),
                static_cast<long long>(QFileInfo(arguments[1]).size()), context.threads());
    return 0;
}
