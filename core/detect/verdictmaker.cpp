// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/verdictmaker.h"

#include <bit>
#include <cmath>
#include <cstdint>

namespace clicksieve {

const VerdictMaker::Made &VerdictMaker::make(float logOdds)
{
    constexpr std::uint32_t kGolden = 0x9E37'79B9U; // spreads neighbours
    constexpr int kPlaceShift = 24;                 // 256 places
    Made &made = m_last[(std::bit_cast<std::uint32_t>(logOdds) * kGolden) >> kPlaceShift];
    if (made.logOdds == logOdds)
        return made;
    const double probability = 1.0 / (1.0 + std::exp(-static_cast<double>(logOdds)));
    made.logOdds = logOdds;
    made.probability = static_cast<float>(probability);
    made.verdict = probability < m_ruleset.uncertainFrom ? Verdict::Human
                   : probability < m_ruleset.machineFrom ? Verdict::Uncertain
                                                         : Verdict::Machine;
    return made;
}

} // namespace clicksieve
