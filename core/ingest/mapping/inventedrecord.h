// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ingest/mapping/formatdraft.h"

#include <string>

namespace clicksieve {

/// A file with one record like the one of @p sample at @p row (from 0): its times, its event word and its machine mark;
/// people, campaigns, links and clients are made up, and all other columns are empty.
[[nodiscard]] std::string inventedText(const FormatDraft &draft, const RecordSample &sample, std::size_t row);

} // namespace clicksieve
