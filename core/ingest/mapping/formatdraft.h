// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ingest/mapping/recordsample.h"
#include "core/jobs/result.h"

#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace clicksieve {

/// What the user says that the columns of a file mean, until it is a format of their own.
struct FormatDraft {
    QString title;                            ///< of the service or the export, as the user calls it
    std::map<Field, std::string> columns;     ///< names as in RecordSample
    QString timePattern;                      ///< of Time, or of Time and TimeOfDay with one blank between
    QString sentAtPattern;                    ///< of SentAt; empty: as the time
    QString timeZone = QStringLiteral("UTC"); ///< for times that carry none
    bool zoneIsGuess = true;                  ///< the user has not said it
    std::map<std::string, EventType> events;  ///< folded words of the event column; Other leaves out
    std::optional<EventType> everyRow;        ///< what each row is where there is no event column

    [[nodiscard]] bool has(Field field) const { return columns.contains(field); }
};

/// A word of the event column, as it stands in the file first, and how many of the sample's rows have it.
struct EventWord {
    QString word;
    std::size_t rows = 0;
};

/// The different words in a column of @p sample, the most frequent first; at most @p limit.
[[nodiscard]] std::vector<EventWord> wordsOf(const RecordSample &sample, const std::string &column,
                                             std::size_t limit = 200);

/// What @p draft still lacks to read @p sample, as sentences, the most important first. Empty: it can be saved.
[[nodiscard]] QStringList lackingIn(const FormatDraft &draft, const RecordSample &sample);

/// The format file that @p draft makes, without a sample: recognised by all columns of @p sample (in JSON by those that
/// each record has). Among several formats that fit, it wins over @p rival, the one that the file is taken for now (null:
/// none). @p id: see unusedFormatId().
[[nodiscard]] QJsonObject formatJson(const FormatDraft &draft, const RecordSample &sample, const QString &id,
                                     const ExportFormat *rival);

} // namespace clicksieve
