// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/overrides.h"
#include "core/events/sourceinfo.h"
#include "core/jobs/result.h"

#include <QString>

#include <optional>
#include <vector>

namespace clicksieve {

class EventTable;
class JobContext;

/// What a file of overrides says about a table.
struct OverridesRead {
    OverrideList list; ///< in the order of the file, which decides
    std::vector<RejectedRow>
        rejected; ///< rows that say nothing clear, or something of what the table does not hold
};

/// Writes one row for each override, by the texts of what it is of, so that it fits other exports of the same mails too:
/// scope,verdict,campaign,recipient,domain,event,time,link,address,program. Error: Unwritable.
[[nodiscard]] std::optional<Error> writeOverrides(const EventTable &table, const OverrideList &list,
                                                  const QString &path);

/// Reads such a file; its columns may stand in any order. Run it in a job.
/// Errors: Unreadable; Unrecognised where it has no such header; Cancelled.
[[nodiscard]] Result<OverridesRead> readOverrides(const EventTable &table, const QString &path,
                                                  JobContext &context);

} // namespace clicksieve
