// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "simulator/eventlog.h"
#include "simulator/linkset.h"
#include "simulator/mailinglist.h"
#include "simulator/peoplesimulator.h"
#include "simulator/prefetchsimulator.h"
#include "simulator/scannerplan.h"
#include "simulator/scannersimulator.h"
#include "simulator/simulationoptions.h"

#include <unordered_map>
#include <vector>

namespace clicksieve::simulator {

/// Makes one labelled campaign: what an export would hold, and for each row whether a person or a machine
/// made it. Same options, same events, on every machine.
class CampaignSimulator {
public:
    explicit CampaignSimulator(SimulationOptions options);
    ~CampaignSimulator() = default;

    CampaignSimulator(const CampaignSimulator &) = delete;
    CampaignSimulator &operator=(const CampaignSimulator &) = delete;
    CampaignSimulator(CampaignSimulator &&) = delete;
    CampaignSimulator &operator=(CampaignSimulator &&) = delete;

    /// All events in the order of an export: by time.
    std::vector<SimulatedEvent> run();

private:
    std::int64_t startOf(std::uint32_t campaign) const;
    Message makeMessage(std::uint32_t campaign, std::size_t index, Random &random) const;
    void simulateMessage(std::uint32_t campaign, std::size_t index, EventLog &log);
    void simulateClickChecks(const Message &message, std::size_t firstEvent, Random &random,
                             EventLog &log) const;
    void scheduleRescans(std::uint32_t campaign);

    SimulationOptions m_options;
    LinkSet m_links;
    MailingList m_list;
    ScannerPlan m_plan;
    PeopleSimulator m_people;
    ScannerSimulator m_scanners;
    PrefetchSimulator m_prefetches;
    std::unordered_map<const Company *, std::int64_t> m_rescanStarts;
};

} // namespace clicksieve::simulator
