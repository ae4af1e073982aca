// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/metrics/filter.h"

#include <QString>

#include <vector>

namespace clicksieve {

class EventTable;

/// One part of a filter in plain words, and the filter without it.
struct FilterChip {
    QString text; ///< plain text; may hold text from a file
    Filter without;
};

/// The parts that are set, always in the same order.
[[nodiscard]] std::vector<FilterChip> chipsOf(const Filter &filter, const EventTable &table);

} // namespace clicksieve
