// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/events/event.h"

#include <QString>

#include <cstdint>
#include <string>
#include <vector>

namespace clicksieve {

/// A row that could not become an event, and why.
struct RejectedRow {
    std::uint64_t row = 0; ///< 1-based record number in its file, header not counted
    QString reason;        ///< a sentence for the user
};

/// What an export does not carry at all; signals that need it say "not applicable".
struct SourceColumns {
    bool url = false;
    bool address = false;
    bool agent = false;
    bool recipient = false;
    bool machineFlag = false;
};

/// A file that was not read, and why: one of an archive or a folder, or a format file of the user's own.
struct SkippedFile {
    QString name;   ///< with the archive's or folder's in front
    QString reason; ///< a sentence for the user
};

/// What a text was made from, where the file is no text of records itself.
enum class Conversion : std::uint8_t {
    None,
    Workbook, ///< a sheet of an Excel workbook, as a table
    Form      ///< bodies of web forms, as JSON
};

/// One imported file, as read.
struct SourceInfo {
    QString path;  ///< as given by the user
    QString inner; ///< path inside the container at path; empty where path itself is the file
    QString sheet; ///< of a workbook
    Conversion conversion = Conversion::None;
    QString name;        ///< for display and for the verdict CSV: without folders, but with inner and sheet
    QString formatId;    ///< "sendgrid-activity", …
    QString formatTitle; ///< for display
    QString encoding;    ///< "UTF-8", "UTF-16LE", …, for display
    QString timeZone;    ///< zone that was used for times without one, for display
    bool zoneIsGuess = false; ///< neither the file nor the service says it, nor did the user
    bool dayOrderIsOpen =
        false; ///< day and month of its dates could each be first, and neither the file nor the user says which
    QString campaignAnswer;        ///< the campaign that the user named for rows that name none; else empty
    TimeMs sentAtAnswer = kNoTime; ///< the send time that the user gave for messages without one
    bool sentAtIsEstimate = false; ///< the user let it be proposed
    QString filteredByVendor; ///< a sentence where the service leaves out machine events itself; else empty
    QString
        noEventTimes; ///< where its rows are totals without event times: the sentence that says so and what to ask
                      ///< the service for; else empty
    bool isJson = false;
    std::vector<std::string> recordKeys; ///< of JSON: keys of the arrays that its records were looked for in
    char delimiter = ',';                ///< of a table
    bool hasHeader = true;               ///< of a table: its first line names the columns
    qint64 bytes = 0;                    ///< size when it was read, and
    qint64 modifiedMs = 0; ///< when it had last been changed (ms UTC): the cleaned export wants the same file
    QString keptIn;        ///< the workspace that keeps a copy of the file at path; empty for none
    int keptAs = -1;       ///< its number there
    std::uint64_t rows = 0;          ///< records in the file, header not counted
    std::uint64_t rejectedRows = 0;  ///< records that could not be understood
    std::uint64_t emptyRows = 0;     ///< records that rightly hold no event: recipients who did nothing
    std::uint64_t skippedClock = 0;  ///< events at a wall-clock time that the zone's spring change skips
    std::uint64_t repeatedClock = 0; ///< events at one that its autumn change repeats: the first is taken
    bool mayOverlap = false; ///< events are compared by content with those of other sources, not by a key
    std::uint64_t duplicateEvents =
        0; ///< events left out since they were told before, here or in another source
    std::vector<RejectedRow> rejected;                  ///< all of them up to kRejectedKept, in file order
    TimeResolution resolution = TimeResolution::Second; ///< found in the data, not promised by the format
    SourceColumns columns;

    /// True where its rows are totals, not events: they are in EventTable::totals() alone.
    [[nodiscard]] bool isTotals() const { return !noEventTimes.isEmpty(); }

    static constexpr std::size_t kRejectedKept = 10'000;
};

} // namespace clicksieve
