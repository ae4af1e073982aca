// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis.h"

#include "core/detect/detector.h"
#include "core/ingest/formatcatalogue.h"
#include "core/ingest/importer.h"
#include "core/jobs/jobcontext.h"

namespace clicksieve {

Result<Analysis> analyze(const AnalysisRequest &request, JobContext &context)
{
    auto ruleset = loadRuleset(request.ruleset);
    if (!ruleset)
        return ruleset.error();
    auto table = importFiles({request.files, request.formatId, request.timeZone, request.sentAt,
                              request.formats ? request.formats : FormatCatalogue::ofUser()},
                             context);
    if (!table)
        return table.error();
    auto verdicts = detect(*table.value(), ruleset.value(), context);
    if (!verdicts)
        return verdicts.error();
    return Analysis{table.value(), verdicts.value()};
}

} // namespace clicksieve
