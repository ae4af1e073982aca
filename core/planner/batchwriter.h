// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/result.h"

#include <QString>
#include <QStringList>

#include <cstdint>

namespace clicksieve {

class JobContext;

/// How a list of recipients is dealt out to batches.
enum class BatchDraw : std::uint8_t {
    Domains, ///< the recipients of each mail domain evenly: one company's mails are scanned by one scanner, all at once
    Random
};

/// What was written.
struct WrittenBatches {
    QStringList files;
    std::uint64_t recipients = 0;
    std::uint64_t withoutAddress =
        0; ///< rows in which no e-mail address was found; they are in the batches all the same
};

/// Deals the rows of a table of recipients out to @p batches files in @p folder, "batch-01.csv" and so on, each with the header
/// and the rows byte by byte as they stand in the list. The same list gives the same batches every time.
/// @p folder is made if need be; files of those names in it are replaced.
/// Errors: Unreadable; Unrecognised where there is no table or no more rows than batches; Unwritable; Cancelled.
[[nodiscard]] Result<WrittenBatches> writeBatches(const QString &list, const QString &folder, int batches,
                                                  BatchDraw draw, JobContext &context);

} // namespace clicksieve
