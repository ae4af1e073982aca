// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "simulator/campaignsimulator.h"
#include "simulator/campaignwriter.h"
#include "simulator/commandline.h"
#include "simulator/truthfigures.h"

#include <fstream>
#include <iostream>

namespace {

using namespace clicksieve::simulator;

constexpr int wrongUsage = 2;
constexpr int cannotWrite = 4;

template <typename Write>
bool writeFile(const std::string &path, const Write &write)
{
    std::ofstream file(path, std::ios::binary | std::ios::trunc);
    if (file)
        write(file);
    file.close();
    if (!file)
        std::cerr << "clicksieve-simulate: cannot write " << path << '\n';
    return static_cast<bool>(file);
}

int simulate(const CommandLine &line)
{
    CampaignSimulator simulator(line.options);
    const std::vector<SimulatedEvent> events = line.shape.apply(simulator.run());
    const CampaignWriter writer(line.options.campaign, line.shape);
    if (!writeFile(line.eventFile, [&](std::ostream &out) { writer.writeEvents(events, out); })
        || !writeFile(line.truthFile, [&](std::ostream &out) { CampaignWriter::writeTruth(events, out); }))
        return cannotWrite;
    std::cout << TruthFigures(events).toJson() << std::endl;
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    const auto line = CommandLine::parse(std::vector<std::string_view>(argv + 1, argv + argc));
    if (!line) {
        std::cerr << CommandLine::usage();
        return wrongUsage;
    }
    return simulate(*line);
}
