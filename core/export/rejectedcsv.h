// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/result.h"

#include <QString>

#include <optional>

namespace clicksieve {

class EventTable;
class JobContext;

/// Writes the rows that could not be read, as CSV in UTF-8: source, row, reason, text. The text is the record as it
/// stands in the file, which is read again for it, so the file must be as it was. Of each source those rows that
/// SourceInfo keeps. @p path "-" is standard output. Errors: Unreadable where a source is gone or has changed since
/// the import; Unwritable; Cancelled.
[[nodiscard]] std::optional<Error> writeRejectedRows(const EventTable &table, const QString &path,
                                                     JobContext &context);

} // namespace clicksieve
