// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace clicksieve {

class JobContext;

/// Per identity 1 where it is the first of its equals or says nothing (0), else 0. Identities are hashes, that is, evenly
/// spread. Takes little memory: a stretch of their values at a time, in a table small enough for a large cache.
/// After a requested stop the result means nothing.
[[nodiscard]] std::vector<std::uint8_t> firstOfEquals(std::span<const std::uint64_t> identities,
                                                      JobContext &context);

} // namespace clicksieve
