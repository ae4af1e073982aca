// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ingest/exportformat.h"
#include "core/ingest/formatcatalogue.h"
#include "core/ingest/sourcetext.h"
#include "core/ingest/timezone.h"
#include "core/jobs/result.h"

#include <QString>

#include <memory>
#include <string>
#include <vector>

namespace clicksieve {

class JobContext;

/// What the user may say about a file instead of letting it be found out.
struct CsvSourceOptions {
    QString formatId; ///< empty: recognise
    QString timeZone; ///< empty: the format's
};

/// One delimited file, recognised: its text, dialect, header, format, and how its times are written. Immutable.
struct CsvSource {
    QString path;
    QString name;          ///< without folders
    qint64 bytes = 0;      ///< size of the file
    qint64 modifiedMs = 0; ///< when it was last changed, ms UTC
    std::shared_ptr<const SourceText> text;
    char delimiter = ',';
    std::size_t bodyBegin = 0;       ///< where the first record after the header begins in text->text()
    std::vector<std::string> header; ///< folded
    const ExportFormat *format = nullptr;
    const FormatVariant *variant = nullptr;
    std::optional<TimeZone> zone;
    const TimePattern *timePattern = nullptr; ///< of the time column; null while no row could be read

    /// Errors: Unreadable, Unrecognised (with what would be needed), Usage (unknown format or zone), Cancelled.
    [[nodiscard]] static Result<CsvSource> open(const QString &path, const CsvSourceOptions &options,
                                                JobContext &context);
};

} // namespace clicksieve
