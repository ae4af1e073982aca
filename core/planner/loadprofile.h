// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/planner/sendplan.h"

#include <cstdint>

namespace clicksieve {

class EventTable;
class Verdicts;

/// What is taken for granted of a mail that nothing was measured of.
struct LoadAssumptions {
    int links = 8; ///< in the mail; own choice
    double scannedShare =
        0.2; ///< of the mails: mdg-it.com, overload after newsletters (20 % of 2,000 recipients)
    double fetchesPerLink = 1.2;  ///< scanners come back; own choice
    double clickRate = 0.02;      ///< of the messages that a person clicks; own choice
    double requestsPerVisit = 25; ///< of a person's visit, pictures and scripts included; own choice
    double cachedShare = 0;       ///< of the requests that a cache answers instead of the server
};

/// The published curves and the assumptions.
[[nodiscard]] LoadProfile assumedLoad(const LoadAssumptions &assumptions);

/// What the messages of an export brought.
struct MeasuredLoad {
    LoadProfile profile;
    std::uint64_t messages = 0;
    std::uint64_t scannerRequests = 0; ///< clicks of machines whose delay is known
    std::uint64_t visits = 0;          ///< clicks of people whose delay is known
    bool isSinceDelivery = false;      ///< else since the send, and the curves hold the time of delivery
    bool hasOwnScanners = false;       ///< else too few to go by: the assumptions stand in
    bool hasOwnPeople = false;

    static constexpr std::uint64_t kFewest = 200; ///< requests: fewer make no curve
};

/// A click of a machine is taken for one request, that of a person for a visit. Both are counted by delivered message (sent,
/// where nothing says delivered). Where there are fewer than kFewest, @p assumptions stand in for that kind.
[[nodiscard]] MeasuredLoad measuredLoad(const EventTable &table, const Verdicts &verdicts,
                                        const LoadAssumptions &assumptions);

} // namespace clicksieve
