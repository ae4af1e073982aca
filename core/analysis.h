// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/userlists.h"
#include "core/detect/verdicts.h"
#include "core/events/eventtable.h"
#include "core/ingest/importer.h"
#include "core/jobs/result.h"

#include <QString>

#include <memory>

namespace clicksieve {

class JobContext;
class NetworkNames;

/// The saved workspace that an analysis is of.
struct WorkspaceOrigin {
    QString path;
    QString id;         ///< of what was saved there last: another one, saved by somebody else
    QStringList damage; ///< what could not be read, a sentence each; empty where all is well
};

/// Events and what was decided about them: an immutable snapshot that pages and exports read.
struct Analysis {
    std::shared_ptr<const EventTable> table;
    std::shared_ptr<const Verdicts> verdicts;
    std::shared_ptr<const WorkspaceOrigin> workspace = {}; ///< null where it was made from exports
    std::shared_ptr<const NetworkNames> networks = {};     ///< for display; null where the user gave no file
};

/// What the user asked to be read, how, and by which rules it is judged.
struct AnalysisRequest : ImportRequest {
    QString ruleset;                           ///< name or file; empty: that of the workspace, else balanced
    std::shared_ptr<const Ruleset> rules = {}; ///< goes before ruleset; null: none at hand
    UserLists lists = {};                      ///< what the user knows of addresses, programs and links
};

/// The rules that @p request is judged by. Errors: as loadRuleset().
[[nodiscard]] Result<std::shared_ptr<const Ruleset>> rulesOf(const AnalysisRequest &request);

/// Files in, snapshot out: import, then detect. One saved workspace alone is opened instead. Where the request names no formats, the shipped ones and the user's own
/// count. Runs on the calling thread plus context.threads() - 1 others.
/// Every error is a sentence for the user.
[[nodiscard]] Result<Analysis> analyze(const AnalysisRequest &request, JobContext &context);

} // namespace clicksieve
