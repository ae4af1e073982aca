// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <cstdint>
#include <vector>

namespace clicksieve {

class EventTable;

/// Why rows could not be read, and how many. Reasons that differ only in the cell they quote are one.
struct RejectedReason {
    QString reason; ///< a sentence, with "…" in place of the quoted cell
    std::uint64_t rows = 0;
};

/// Over all sources, most rows first; of each source only the rows that SourceInfo keeps with their reason.
[[nodiscard]] std::vector<RejectedReason> rejectedReasons(const EventTable &table);

} // namespace clicksieve
