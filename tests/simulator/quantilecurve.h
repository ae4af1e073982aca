// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "simulator/random.h"

#include <cstdint>
#include <vector>

namespace clicksieve::simulator {

/// A waiting time given by its published quantiles, straight lines between them. No parametric family:
/// neither a log-normal nor a log-logistic curve fits all quantiles that are known of open times.
class QuantileCurve {
public:
    static constexpr std::int64_t whole = 1'000'000'000;

    struct Knot {
        std::int64_t parts; ///< cumulative share, in parts of `whole`
        std::int64_t ms;
    };

    /// Knots ascend from share 0 to share `whole`.
    explicit QuantileCurve(std::vector<Knot> knots);

    /// Waiting time at a cumulative share in [0, whole], milliseconds.
    std::int64_t at(std::int64_t parts) const;

    std::int64_t draw(Random &random) const;

private:
    std::vector<Knot> m_knots;
};

} // namespace clicksieve::simulator
