// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/networks/networknames.h"

#include <cstdint>
#include <vector>

namespace clicksieve {

class EventTable;
class Verdicts;

/// What came from the addresses of one network.
struct NetworkShare {
    NetworkName network; ///< number 0: addresses of no network that the file knows
    std::uint64_t opens = 0;
    std::uint64_t machineOpens = 0;
    std::uint64_t clicks = 0;
    std::uint64_t machineClicks = 0;
};

/// Of all opens and clicks with an address; most machine clicks first, then most machine opens, then by number; the
/// unknown at the end.
[[nodiscard]] std::vector<NetworkShare> networkShares(const EventTable &table, const Verdicts &verdicts,
                                                      const NetworkNames &names);

} // namespace clicksieve
