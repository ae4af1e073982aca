// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "simulator/exportshape.h"
#include "simulator/simulationoptions.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace clicksieve::simulator {

/// What `clicksieve-simulate` was asked for.
struct CommandLine {
    SimulationOptions options;
    std::string eventFile;
    std::string truthFile;
    ExportShape shape;
    std::string scenario; ///< empty without one

    /// Nothing when an argument is unknown, malformed, incomplete or missing.
    static std::optional<CommandLine> parse(const std::vector<std::string_view> &arguments);

    static std::string_view usage();

private:
    bool takeScenario(const std::vector<std::string_view> &arguments);
    bool take(std::string_view name, std::string_view value);
};

} // namespace clicksieve::simulator
