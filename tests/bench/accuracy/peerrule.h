// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/accuracy/campaign.h"

#include <string_view>
#include <vector>

namespace clicksieve::accuracy {

/// A rule that others publish, in plain code, to stand beside ours.
struct PeerRule {
    std::string_view name;
    std::string_view what;   ///< what it marks, in a few words
    std::string_view source; ///< public
    Marks (*mark)(const Campaign &campaign);
    bool needsHiddenLink = false; ///< judged on campaigns that have one alone

    static const std::vector<PeerRule> &all();
};

} // namespace clicksieve::accuracy
