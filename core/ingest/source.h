// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/events/sourceinfo.h"
#include "core/ingest/container.h"
#include "core/ingest/exportformat.h"
#include "core/ingest/formatcatalogue.h"
#include "core/ingest/sourcetext.h"
#include "core/ingest/timezone.h"
#include "core/jobs/result.h"

#include <QMap>
#include <QString>

#include <memory>
#include <string>
#include <vector>

namespace clicksieve {

class JobContext;
struct PackedRest;
struct MemberText;

/// What the user may say about a file instead of letting it be found out.
struct SourceOptions {
    QString formatId;                       ///< empty: recognise
    QString timeZone;                       ///< empty: the one in knownZones, or else the format's
    QMap<QString, QString> knownZones = {}; ///< format id → zone of its times, as said before
    DayOrder dayOrder = DayOrder::Unknown;  ///< of dates such as 03/04/2026; unknown: find out
    std::shared_ptr<const FormatCatalogue> formats = FormatCatalogue::shipped();
    /// Beginning: a table of events may come out with an encoding that was found by its beginning alone; see
    /// SourceText::isChecked().
    SourceText::Check check = SourceText::Check::Whole;
};

/// One file, recognised: its text, how its records are written, its format, and how its times are. Immutable.
struct Source {
    QString path;  ///< on disk
    QString inner; ///< inside the container at path; empty where path itself is the file
    QString sheet; ///< of a workbook
    QString name;  ///< for display: without folders, but with the inner path and the sheet
    Conversion conversion = Conversion::None;
    qint64 bytes = 0;      ///< size of the file
    qint64 modifiedMs = 0; ///< when it was last changed, ms UTC
    std::shared_ptr<const SourceText> text;
    std::shared_ptr<PackedRest> rest; ///< what follows on text, where that is only the beginning; else null
    char delimiter = ',';             ///< of a table
    std::size_t bodyBegin = 0;        ///< where the first record after the header begins in text->text()
    std::vector<std::string> header; ///< names of the cells: folded header of a table, paths of a JSON format
    std::shared_ptr<const FormatCatalogue> formats;
    const ExportFormat *format = nullptr; ///< one of formats
    const FormatVariant *variant = nullptr;
    std::optional<TimeZone> zone;
    bool zoneIsGuess = false;        ///< nobody said it, and not all times name theirs
    bool timesNameTheirZone = false; ///< the first ones, all of them
    const TimePattern *timePattern =
        nullptr;                   ///< of the time column; null while no row could be read, and for totals
    bool timesAreSettled = false;  ///< timePattern would be the same whatever rows follow
    bool dayOrderIsOpen = false;   ///< its dates can be read in two ways; timePattern is one of them
    std::string campaignAnswer;    ///< the user's, for rows that name no campaign; empty: none
    TimeMs sentAtAnswer = kNoTime; ///< the user's, for messages of which nothing tells when they were sent
    bool sentAtIsEstimate = false; ///< the user let sentAtAnswer be proposed
    /// Another file of the same format is read too, and the format has no key for retries: events that both tell with
    /// the same content are taken for one.
    bool mayOverlap = false;

    /// The campaign that its name tells, as the format says; empty where it tells none.
    [[nodiscard]] std::string campaignInName() const;

    /// What is known of it before its records are read.
    [[nodiscard]] SourceInfo info() const;

    /// Errors: Unreadable, Unrecognised (with what would be needed), Usage (unknown format or zone), Cancelled.
    [[nodiscard]] static Result<Source> open(const Member &member, const SourceOptions &options,
                                             JobContext &context);
    /// The same of a text of @p member that is read already.
    [[nodiscard]] static Result<Source> of(const Member &member, const MemberText &text,
                                           const SourceOptions &options, JobContext &context);
};

} // namespace clicksieve
