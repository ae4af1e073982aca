// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/events/sourceinfo.h"
#include "core/events/totals.h"

#include <QCborValue>

#include <optional>
#include <vector>

namespace clicksieve {

/// What a table knows besides its events: where they are from, and what else was said there.
struct SourceRecords {
    std::vector<SourceInfo> sources;
    std::vector<SkippedFile> skipped;
    Totals totals;
};

/// As a workspace keeps it. Keys never change their meaning; new ones may come, and old files lack them.
[[nodiscard]] QCborValue sourceRecords(const SourceRecords &records);

/// Keys that are missing get what a new record has. nullopt where it is no such record at all.
[[nodiscard]] std::optional<SourceRecords> readSourceRecords(const QCborValue &value);

} // namespace clicksieve
