// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/events/event.h"
#include "core/ingest/timepattern.h"
#include "core/jobs/result.h"

#include <QJsonArray>
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
    Campaign,
    CampaignName,
    Url,
    Address,
    Agent,
    SentAt,
    MachineFlag
};
inline constexpr std::size_t kFieldCount = 10;

/// One way an export of this format looks: which header marks it, and what its rows are where they do not say.
struct FormatVariant {
    QString id;
    std::vector<std::string> columns; ///< all of these must be in the header (folded: trimmed, lower case)
    std::vector<std::string> without; ///< none of these may be
    std::vector<Field> fields;        ///< all of these must have a column by synonym
    std::optional<EventType> event;   ///< what every row is; nullopt: the rows or the file name say
};

/// An ESP's export as data: how it is recognised and how its columns map to events. Loaded from
/// resources/formats/*.json; a new ESP is a new file with sample rows that are its test.
struct ExportFormat {
    QString id;
    QString vendor;
    QString title;
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
    std::vector<TimePattern> timePatterns; ///< one of them fits all rows of a file
    QString timeZone;                      ///< for times that carry none
    QStringList cannotTell;                ///< sentences: what this export never says
    QJsonArray samples;                    ///< files with the events they must give; run by the tests

    /// Errors name the file and the key.
    [[nodiscard]] static Result<ExportFormat> load(const QString &path);
};

/// How header cells, event words and flag values are compared: trimmed, lower case (ASCII), with - _ and runs of blanks
/// as one blank.
[[nodiscard]] std::string folded(std::string_view text);

} // namespace clicksieve
