// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

namespace clicksieve {

class JobContext;

/// The places 0 … keys.size() - 1 in ascending order of their keys, equal ones in the order they had. A radix sort:
/// ten million keys of 32 bits take some tenths of a second, a comparison sort several seconds.
/// Returns early, with any order, after a requested stop.
[[nodiscard]] std::vector<std::uint32_t> radixOrder(const std::vector<std::uint64_t> &keys,
                                                    const JobContext &context);

} // namespace clicksieve
