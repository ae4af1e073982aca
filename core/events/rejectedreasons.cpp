// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/events/rejectedreasons.h"

#include "core/events/eventtable.h"

#include <QRegularExpression>

#include <algorithm>
#include <map>

namespace clicksieve {

std::vector<RejectedReason> rejectedReasons(const EventTable &table)
{
    static const QRegularExpression quotedCell(QStringLiteral("^\".*?\"(?= (?:is|under|says) )"),
                                               QRegularExpression::DotMatchesEverythingOption);
    std::map<QString, std::uint64_t> rowsOf;
    for (const SourceInfo &source : table.sources()) {
        for (const RejectedRow &row : source.rejected)
            ++rowsOf[QString(row.reason).replace(quotedCell, QStringLiteral("\"…\""))];
    }
    std::vector<RejectedReason> reasons;
    for (const auto &[reason, rows] : rowsOf)
        reasons.push_back({reason, rows});
    std::ranges::stable_sort(reasons, std::ranges::greater(), &RejectedReason::rows);
    return reasons;
}

} // namespace clicksieve
