// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <string>

namespace clicksieve::simulator {

/// What one simulated campaign is made of.
struct SimulationOptions {
    std::uint64_t seed = 1;

    std::uint32_t recipients = 5000;

    /// Distinct links of the mail, the last ones in the footer. At least 1.
    std::uint32_t links = 12;

    /// Share of the recipients at companies whose mail a machine scans. 0.22 makes about 9.5 % of all
    /// recipients: a minority, as in Robert-312/Email-Tracking-BOT-Detection, where one fleet reached 12 % of
    /// the clicking inboxes.
    double scannedShare = 0.22;

    std::string campaign = "spring-2026";

    /// Start of the sending, milliseconds since 1970 UTC: 2026-03-10T09:00:00Z.
    std::int64_t sendTimeMs = 1'773'133'200'000;

    /// Messages handed over a second. Assumption: a mid-sized ESP.
    std::uint32_t messagesPerSecond = 50;
};

} // namespace clicksieve::simulator
