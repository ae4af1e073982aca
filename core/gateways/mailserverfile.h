// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/events/sourceinfo.h"
#include "core/gateways/mailservers.h"
#include "core/jobs/result.h"

#include <QString>

#include <cstdint>
#include <vector>

namespace clicksieve {

class JobContext;

/// A table of recipient domains and their mail servers, as read.
struct MailServerFile {
    QString name; ///< without folders, for display
    MailServers servers;
    std::uint64_t rows = 0; ///< without the header
    std::uint64_t rejectedRows = 0;
    std::vector<RejectedRow> rejected; ///< the first SourceInfo::kRejectedKept of them
};

/// Reads a table with a domain and a mail server a row: a comma, semicolon, tab or bar between them. A first line with the
/// names of the columns may be there ("domain"; "mx", "mail server", "exchange"; "preference", "priority"); without one the domain comes
/// first, the server second. "10 mx.example.com." and several servers in one cell are understood; "." says that the domain takes no mail
/// (RFC 7505). Errors: Unreadable; Unrecognised where no row can be used; Cancelled.
[[nodiscard]] Result<MailServerFile> readMailServers(const QString &path, JobContext &context);

/// "mx.csv: 2 of 30 rows could not be used. The first: row 4, …" Empty where all could.
[[nodiscard]] QString rejectedSentence(const MailServerFile &file);

} // namespace clicksieve
