// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "simulator/scannerfleet.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace clicksieve::simulator {

/// A company whose people are on the list.
struct Company {
    std::string domain;
    std::uint32_t size = 0; ///< recipients on the list

    /// What its people browse from: one office address or a few, or a web gateway shared with other
    /// companies.
    std::vector<std::string> egress;

    /// The couple of browser versions that its administrators roll out.
    std::vector<std::string_view> browsers;

    /// The machine that scans its mail; null when none does. Owned by ScannerPlan.
    const ScannerFleet *fleet = nullptr;

    /// Where its mail sits in the fleet's waiting times, parts of QuantileCurve::whole: a domain scans in a
    /// band.
    std::int64_t latency = 0;

    /// Links are checked again when a person clicks, in the vendor's network.
    bool clickProtection = false;

    bool isScanned() const { return fleet != nullptr; }
};

} // namespace clicksieve::simulator
