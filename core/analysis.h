// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/verdicts.h"
#include "core/events/eventtable.h"
#include "core/jobs/result.h"

#include <QString>
#include <QStringList>

#include <memory>

namespace clicksieve {

class FormatCatalogue;
class JobContext;

/// Events and what was decided about them: an immutable snapshot that pages and exports read.
struct Analysis {
    std::shared_ptr<const EventTable> table;
    std::shared_ptr<const Verdicts> verdicts;
};

/// What the user asked to be read, and how.
struct AnalysisRequest {
    QStringList files;
    QString formatId; ///< empty: recognise each file by itself
    QString
        timeZone; ///< zone for times that carry none ("Europe/Berlin", "UTC-06:00"); empty: the format's own
    TimeMs sentAt = kNoTime;                             ///< send time for messages whose export has none
    QString ruleset = QStringLiteral("balanced");        ///< name or file
    std::shared_ptr<const FormatCatalogue> formats = {}; ///< null: the shipped ones and the user's own
};

/// Files in, snapshot out: import, then detect. Runs on the calling thread plus context.threads() - 1 others.
/// Every error is a sentence for the user.
[[nodiscard]] Result<Analysis> analyze(const AnalysisRequest &request, JobContext &context);

} // namespace clicksieve
