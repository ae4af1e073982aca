// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis.h"

#include "core/detect/detector.h"
#include "core/ingest/formatcatalogue.h"
#include "core/jobs/jobcontext.h"

namespace clicksieve {

Result<std::shared_ptr<const Ruleset>> rulesOf(const AnalysisRequest &request)
{
    if (request.rules != nullptr)
        return request.rules;
    return loadRuleset(request.ruleset);
}

Result<Analysis> analyze(const AnalysisRequest &request, JobContext &context)
{
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
