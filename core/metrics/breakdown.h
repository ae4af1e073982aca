// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/metrics/figures.h"
#include "core/metrics/filter.h"

#include <cstdint>
#include <vector>

namespace clicksieve {

class EventTable;
class GatewayGroups;
class JobContext;
class Verdicts;

/// The figures of one group. group is a CampaignIndex, DomainIndex or LinkIndex value or a position in
/// GatewayGroups::groups(), by what was asked for.
struct GroupFigures {
    std::uint32_t group = 0;
    Figures figures;
};

/// The figures of everything in view.
[[nodiscard]] Figures totalFigures(const EventTable &table, const Verdicts &verdicts, const Filter &filter,
                                   JobContext &context);
/// One entry a campaign (domain, link) with something in view, in order of its index. Links: sent and delivered are
/// unknown; unique clicks are messages that clicked the link; opens are 0.
[[nodiscard]] std::vector<GroupFigures> figuresByCampaign(const EventTable &table, const Verdicts &verdicts,
                                                          const Filter &filter, JobContext &context);
[[nodiscard]] std::vector<GroupFigures> figuresByDomain(const EventTable &table, const Verdicts &verdicts,
                                                        const Filter &filter, JobContext &context);
/// By who takes mail in for the domain; domains of which that is not known are a group of their own.
[[nodiscard]] std::vector<GroupFigures> figuresByGateway(const EventTable &table, const Verdicts &verdicts,
                                                         const Filter &filter, const GatewayGroups &gateways,
                                                         JobContext &context);
[[nodiscard]] std::vector<GroupFigures> figuresByLink(const EventTable &table, const Verdicts &verdicts,
                                                      const Filter &filter, JobContext &context);

/// How many machine events each actor made, most first.
struct ActorShare {
    std::uint8_t actor = 0; ///< position in Verdicts::actors()
    std::uint64_t opens = 0;
    std::uint64_t clicks = 0;
};
[[nodiscard]] std::vector<ActorShare> machineActors(const EventTable &table, const Verdicts &verdicts,
                                                    const Filter &filter);

} // namespace clicksieve
