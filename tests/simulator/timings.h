// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "simulator/quantilecurve.h"

namespace clicksieve::simulator {

/// The waiting times of people and machines, each with its source in timings.cpp.
class Timings {
public:
    static constexpr std::int64_t second = 1000;
    static constexpr std::int64_t minute = 60 * second;
    static constexpr std::int64_t hour = 60 * minute;
    static constexpr std::int64_t day = 24 * hour;

    /// A waiting time that passes at `pace` per mille.
    static std::int64_t paced(std::int64_t ms, std::uint32_t pace) { return ms * std::int64_t{pace} / 1000; }

    static const QuantileCurve &delivery();    ///< hand-over to acceptance
    static const QuantileCurve &deferral();    ///< the same, for a message that the receiver first turns away
    static const QuantileCurve &personOpen();  ///< delivery to a person's first open
    static const QuantileCurve &personClick(); ///< a person's open to the first click
    static const QuantileCurve &personReopen();  ///< a person's open to a later one
    static const QuantileCurve &nextLink();      ///< between two links of an unhurried reader
    static const QuantileCurve &lonePixel();     ///< hand-over to the scanner's early pixel fetch
    static const QuantileCurve &burstStart();    ///< hand-over to the first click of a sweep
    static const QuantileCurve &singleProbe();   ///< delivery to a lone machine click
    static const QuantileCurve &applePrefetch(); ///< delivery to the privacy pre-fetch
    static const QuantileCurve &gmailPrefetch(); ///< delivery to the Gmail pre-fetch
};

} // namespace clicksieve::simulator
