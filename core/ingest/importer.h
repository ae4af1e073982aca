// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/events/eventtable.h"
#include "core/ingest/sourcechoice.h"
#include "core/jobs/result.h"

#include <QMap>
#include <QString>
#include <QStringList>

#include <memory>

namespace clicksieve {

class FormatCatalogue;
class JobContext;

struct ImportRequest {
    QStringList files;
    QString formatId;                                    ///< empty: recognise each file by itself
    QString timeZone;                                    ///< empty: the format's own
    TimeMs sentAt = kNoTime;                             ///< send time for messages whose files say none
    std::shared_ptr<const FormatCatalogue> formats = {}; ///< null: the shipped ones
    SourceChoices choices = {};             ///< what was said of single files; goes before the above
    DayOrder dayOrder = DayOrder::Unknown;  ///< unknown: find out, for each file by itself
    QMap<QString, QString> knownZones = {}; ///< format id → zone of its times, as said before
    /// Somebody can answer: where a file leaves something open (its zone, the order of day and month) or is not
    /// recognised, nothing is read, and the error is a Question.
    bool asksFirst = false;
    bool takesOpenForGranted = false; ///< reads a file whose day order is open one way; for a trial
};

/// Reads all files into one table, in parallel over pieces of each. Rows that cannot be understood are counted and kept
/// with their reason in SourceInfo; a file that cannot be understood at all fails the import, with a sentence.
/// The table does not depend on the number of threads.
[[nodiscard]] Result<std::shared_ptr<const EventTable>> importFiles(const ImportRequest &request,
                                                                    JobContext &context);

/// Bytes of a piece that one worker reads at a time. Smaller ones exercise the borders (tests set it).
void setImportPieceForTests(std::size_t bytes);

} // namespace clicksieve
