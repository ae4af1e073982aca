// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis.h"

#include "core/detect/detector.h"
#include "core/ingest/formatcatalogue.h"
#include "core/jobs/jobcontext.h"

namespace clicksieve {

Result<Analysis> analyze(const AnalysisRequest &request, JobContext &context)
{
    auto ruleset = loadRuleset(request.ruleset);
    if (!ruleset)
        return ruleset.error();
    ImportRequest import = request;
    if (!import.formats)
        import.formats = FormatCatalogue::ofUser();
    auto table = importFiles(import, context);
    if (!table)
        return table.error();
    auto verdicts = detect(*table.value(), ruleset.value(), context);
    if (!verdicts)
        return verdicts.error();
    return Analysis{table.value(), verdicts.value()};
}

} // namespace clicksieve
