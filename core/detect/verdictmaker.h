// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/ruleset.h"
#include "core/detect/verdict.h"

#include <array>
#include <cstddef>
#include <limits>

namespace clicksieve {

/// Makes probabilities and verdicts of log-odds, and remembers the last ones: many actions come to the same sum. One
/// thread each; the ruleset must live as long.
class VerdictMaker {
public:
    struct Made {
        float logOdds = std::numeric_limits<float>::quiet_NaN();
        float probability = 0; ///< 0 to 1: that a machine made it
        Verdict verdict = Verdict::Human;
    };

    explicit VerdictMaker(const Ruleset &ruleset) : m_ruleset(ruleset) {}

    /// Valid until the next call.
    [[nodiscard]] const Made &make(float logOdds);

private:
    const Ruleset &m_ruleset;
    std::array<Made, 256> m_last; ///< by a part of the log-odds; nothing compares equal to NaN
};

} // namespace clicksieve
