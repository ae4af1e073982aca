// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "simulator/exportshape.h"
#include "simulator/manner.h"
#include "simulator/simulationoptions.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace clicksieve::simulator {

class Random;

/// A kind of campaign by name. Every seed is another one of its kind: each parameter is drawn anew from a wide range, so
/// that rules which fit one figure of one source do not look good.
struct Scenario {
    /// One campaign of the kind.
    struct Draw {
        SimulationOptions options;
        ExportShape shape; ///< half of the seeds have whole seconds, as many exports do
    };

    std::string_view name;  ///< kebab-case
    std::string_view about; ///< what it is, in some words

    /// What some opens or clicks of it must come from, in a campaign of usual size.
    std::vector<Manner> shows;

    Draw draw(std::uint64_t seed) const;

    static const std::vector<Scenario> &all();

    /// Null where there is none of that name.
    static const Scenario *find(std::string_view name);

    /// Makes the kind of what any campaign may be.
    void (*specialise)(SimulationOptions &options, Random &random);
};

} // namespace clicksieve::simulator
