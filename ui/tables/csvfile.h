// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/result.h"

#include <QString>
#include <QStringList>

#include <functional>

namespace clicksieve {

class JobContext;

/// The rows of a table, detached from its model: read by a worker while the table on screen changes.
struct CsvRows {
    qint64 count = 0;
    /// The cells of one row, 0 <= row < count. Called on any thread; holds by itself what it reads.
    std::function<QStringList(qint64 row)> cells;
};

/// Writes a table as CSV after RFC 4180: comma, CRLF, quotes where they are needed. UTF-8 with a byte order mark,
/// without which Excel takes it for the local 8-bit encoding. A lone "–" becomes an empty cell. Atomic; mode 0600.
/// Returns the rows written, header not counted. Errors: Unwritable; Cancelled after a stop.
[[nodiscard]] Result<qint64> writeCsvFile(const QString &path, const QStringList &header, const CsvRows &rows,
                                          JobContext &context);

} // namespace clicksieve
