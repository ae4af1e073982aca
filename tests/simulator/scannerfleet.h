// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "simulator/manner.h"
#include "simulator/networks.h"
#include "simulator/source.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace clicksieve::simulator {

/// A link scanner: its addresses, its user agents and what it follows.
struct ScannerFleet {
    Manner manner = Manner::DelayedSweep;
    std::vector<std::string> addresses;
    const Networks::Ranges *newAddresses =
        nullptr; ///< every visit comes from another one; null: from `addresses`
    std::vector<std::string_view> agents;
    std::vector<std::size_t> links; ///< indices into the LinkSet, in page order
};

} // namespace clicksieve::simulator
