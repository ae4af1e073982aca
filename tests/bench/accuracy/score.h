// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/accuracy/campaign.h"
#include "simulator/manner.h"

#include <array>
#include <cstdint>
#include <map>
#include <span>

namespace clicksieve::accuracy {

/// How one rule did on the opens, or on the clicks, of some campaigns: events.
struct Hits {
    std::uint64_t machinesFound = 0;
    std::uint64_t machinesMissed = 0;
    std::uint64_t peopleLost = 0;
    std::uint64_t peopleKept = 0;

    void add(bool isMachine, bool isMarked);
    void add(const Hits &other);

    // 0 to 1; NaN where there is nothing to divide by. No precision where there are no machines to find.
    double precision() const;
    double recall() const;
    double lost() const;
};

/// Events whose probability lies in one tenth.
struct Bin {
    std::uint64_t events = 0;
    std::uint64_t machines = 0;
    double probabilities = 0; ///< sum
};

using Bins = std::array<Bin, 10>;

/// Mean distance of a bin's probability from its share of machines, weighted by events; NaN without any.
double calibrationError(const Bins &bins);

/// How one rule did on some campaigns.
struct Score {
    Hits opens;
    Hits clicks;
    std::uint64_t campaigns = 0;
    double ctorErrors = 0;     ///< sum of what the rates are off, either way, 0 to 1 each
    double worstCtorError = 0; ///< of one campaign
    Bins openBins;             ///< of rules that give probabilities
    Bins clickBins;
    std::map<simulator::Manner, Hits> manners; ///< opens and clicks

    /// Marks and rate of one campaign. @p probabilities: per event, or empty.
    static Score of(const Campaign &campaign, const Marks &marks, double ctor,
                    std::span<const float> probabilities = {});

    void add(const Score &other);
    double ctorError() const; ///< mean, in points; NaN without campaigns
    double worstCtorErrorInPoints() const { return worstCtorError * 100; }
};

} // namespace clicksieve::accuracy
