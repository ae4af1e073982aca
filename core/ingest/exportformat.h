// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/events/event.h"
#include "core/ingest/timepattern.h"
#include "core/ingest/totalsformat.h"
#include "core/jobs/result.h"

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace clicksieve {

/// What a column can mean.
enum class Field : std::uint8_t {
    Time,
    Event,
    Recipient,
    RecipientKey, ///< the ESP's stand-in for a recipient; another file of the set may tell the address
    Campaign,
    CampaignName,
    Url,
    Address,
    Agent,
    SentAt,
    MachineFlag,
    TimeOfDay ///< where Time is a day only; the time patterns then speak of both with one blank between
};
inline constexpr std::size_t kFieldCount = 12;

/// How the records of an export are written.
enum class Shape : std::uint8_t {
    Table, ///< delimited text, one record a line
    Json   ///< objects: in an array, one after the other, or in an array inside of an object
};

/// One way an export of this format looks: which header (or, in JSON, which keys of a record) marks it, and what its
/// rows are where they do not say. Everything that it names must hold.
struct FormatVariant {
    QString id;
    std::vector<std::string> columns; ///< all of these must be in the header
    std::vector<std::string> without; ///< none of these may be
    std::vector<Field> fields;        ///< all of these must have a column by synonym
    std::map<std::string, std::vector<std::string>>
        where;                          ///< JSON: column → the values one of which it must have
    std::vector<std::string> header;    ///< where the file has no header line: its columns, by position
    std::vector<std::string> fileNames; ///< patterns with * and ?, one of which the end of the path must fit
    std::optional<EventType> event;     ///< what every row is; nullopt: the rows or the file name say
};

/// An ESP's export as data: how it is recognised and how its columns map to events. Loaded from
/// resources/formats/*.json and from the user's own folder; a new ESP is a new file with sample rows that are its test.
/// resources/schemas/format.schema.json describes the file.
///
/// A column of a table is named by its folded header. "attributes{bot activity}" is a part of a cell: the value of a
/// key of the JSON object in it, or of a header line "Key: value". A column of a JSON record is a path of keys:
/// "mail.messageId"; "*" is any key, an array stands for its first element. "$key" is the key of the array that the
/// records stand in, "$file" what campaignInFileName found in the file's name.
struct ExportFormat {
    QString id;
    QString vendor;
    QString title;
    Shape shape = Shape::Table;
    QStringList sources; ///< where the facts come from, public
    int confidence = 0;  ///< 1 to 100; among formats that fit a header, the highest wins
    std::vector<FormatVariant> variants;
    std::map<Field, std::vector<std::string>>
        columns;                             ///< folded names, best first; the first filled one counts
    std::map<std::string, EventType> events; ///< folded words of the event column
    std::vector<std::pair<std::string, EventType>>
        fileNameEvents;                    ///< part of the file name → what its rows are
    std::vector<std::string> machineWords; ///< folded values of the flag column
    std::vector<std::string> humanWords;
    std::vector<std::string>
        machineEvents;                   ///< folded words of the event column by which the ESP says "machine"
    std::vector<std::string> nulls;      ///< folded cells that mean "not said": "na", "null"
    std::vector<std::string> recordKeys; ///< JSON: keys of the arrays that hold the records, if any does
    std::string each; ///< JSON: path of an array each element of which is an event of its own
    std::vector<std::string>
        duplicateKey;           ///< columns that make an event; a second one with the same is a retry
    QString campaignInFileName; ///< regular expression; its first group names the campaign
    QString filteredByVendor;   ///< a sentence where the ESP leaves out machine events itself; else empty
    std::optional<TotalsFormat> totals;    ///< where its rows are no events but counts; a table then
    std::vector<TimePattern> timePatterns; ///< one of them fits all rows of a file; none for totals
    QString timeZone;                      ///< for times that carry none
    bool timeZoneIsGuess = false;          ///< the ESP does not say which zone it writes: ask the user
    QStringList cannotTell;                ///< sentences: what this export never says
    QJsonArray samples; ///< files with the events or totals they must give; run by the tests

    /// Errors name the file and the key.
    [[nodiscard]] static Result<ExportFormat> load(const QString &path);
    /// The same of the bytes of a format file; @p shownName is for the sentences.
    [[nodiscard]] static Result<ExportFormat> parse(const QByteArray &json, const QString &shownName);
    /// The same of what is in a format file, without a file.
    [[nodiscard]] static Result<ExportFormat> fromJson(const QJsonObject &object, const QString &shownName);

    /// How this format's column names are compared: folded in a table, to the letter in JSON.
    [[nodiscard]] std::string columnName(std::string_view name) const;
};

/// How header cells, event words and flag values are compared: trimmed, lower case (ASCII), with - _ and runs of blanks
/// as one blank.
[[nodiscard]] std::string folded(std::string_view text);

} // namespace clicksieve
