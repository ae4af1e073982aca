// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "simulator/eventlog.h"
#include "simulator/linkset.h"
#include "simulator/random.h"
#include "simulator/simulationoptions.h"

namespace clicksieve::simulator {

/// What link scanners do with the mail of a scanned company.
class ScannerSimulator {
public:
    /// `links` must outlive this.
    ScannerSimulator(const ScannerOptions &options, const LinkSet &links);

    void simulate(const Message &message, Random &random, EventLog &log) const;

    /// The re-scan of a domain that starts at `startMs`; call it for each of its messages.
    void rescan(const Message &message, std::int64_t startMs, Random &random, EventLog &log) const;

    /// The vendor's look at a link in the moment a person clicks it.
    void checkClick(const Message &message, const std::string &url, std::int64_t clickMs, Random &random,
                    EventLog &log) const;

    /// The same by the virus scanner on the computer of the person, a moment before or after `click`.
    static void checkAtEndpoint(const Message &message, const SimulatedEvent &click, Random &random,
                                EventLog &log);

private:
    static std::int64_t latencyShare(const Message &message, Random &random);
    std::int64_t startOf(const Message &message, Random &random) const;
    std::uint32_t probeChance(Manner manner) const;
    std::int64_t drawSpan(Manner manner, Random &random) const;
    void sweep(const Message &message, std::int64_t startMs, Manner manner, Random &random,
               EventLog &log) const;
    void sweepFromOnePlace(const Message &message, std::int64_t startMs, std::int64_t spanMs, Manner manner,
                           Random &random, EventLog &log) const;
    void sweepRotating(const Message &message, std::int64_t startMs, Random &random, EventLog &log) const;
    void beforeDelivery(const Message &message, Random &random, EventLog &log) const;
    void probe(const Message &message, Random &random, EventLog &log) const;
    void pulse(const Message &message, Random &random, EventLog &log) const;
    void fetchPixel(const Message &message, std::int64_t startMs, Random &random, EventLog &log) const;

    ScannerOptions m_options;
    const LinkSet &m_links;
};

} // namespace clicksieve::simulator
