// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "simulator/company.h"
#include "simulator/recipient.h"
#include "simulator/scannerfleet.h"

#include <cstdint>

namespace clicksieve::simulator {

/// The campaign's mail to one recipient.
struct Message {
    const Recipient *recipient = nullptr;
    const Company *company = nullptr; ///< null for a private mailbox

    /// The machine that scans it; null when none does. With its place in the fleet's waiting times, parts of
    /// QuantileCurve::whole.
    const ScannerFleet *fleet = nullptr;
    std::int64_t latency = 0;

    std::uint32_t campaign = 0; ///< from 0
    std::int64_t sentMs = 0;
    std::int64_t deliveredMs = 0; ///< meaningless when it bounced
    bool bounced = false;
    bool deferred = false; ///< the receiver turned it away at first

    bool isScanned() const { return fleet != nullptr && !bounced; }
};

} // namespace clicksieve::simulator
