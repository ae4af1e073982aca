// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis.h"

#include "core/detect/detector.h"
#include "core/ingest/formatcatalogue.h"
#include "core/jobs/jobcontext.h"
#include "core/workspace/workspace.h"
#include "core/workspace/workspacefile.h"

#include <QFileInfo>

namespace clicksieve {

Result<std::shared_ptr<const Ruleset>> rulesOf(const AnalysisRequest &request)
{
    if (request.rules != nullptr)
        return request.rules;
    return loadRuleset(request.ruleset.isEmpty() ? QStringLiteral("balanced") : request.ruleset);
}

namespace {

/// Judged by other rules than its own only where the request names some.
Result<Analysis> openAlone(const AnalysisRequest &request, JobContext &context)
{
    if (request.rules == nullptr && request.ruleset.isEmpty())
        return openWorkspace(request.files.front(), nullptr, context);
    auto ruleset = rulesOf(request);
    if (!ruleset)
        return ruleset.error();
    return openWorkspace(request.files.front(), ruleset.value(), context, request.lists);
}

} // namespace

Result<Analysis> analyze(const AnalysisRequest &request, JobContext &context)
{
    for (const QString &file : request.files) {
        if (!WorkspaceFile::isOne(file))
            continue;
        if (request.files.size() == 1)
            return openAlone(request, context);
        return Error{Error::Kind::Usage,
                     QStringLiteral("%1 is a saved workspace. Open it by itself, without other files.")
                         .arg(QFileInfo(file).fileName())};
    }
    auto ruleset = rulesOf(request);
    if (!ruleset)
        return ruleset.error();
    ImportRequest import = request;
    if (!import.formats)
        import.formats = FormatCatalogue::ofUser();
    auto table = importFiles(import, context);
    if (!table)
        return table.error();
    auto verdicts = detect(*table.value(), ruleset.value(), context, request.lists);
    if (!verdicts)
        return verdicts.error();
    return Analysis{table.value(), verdicts.value()};
}

} // namespace clicksieve
