// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "simulator/eventlog.h"
#include "simulator/linkset.h"
#include "simulator/random.h"

namespace clicksieve::simulator {

/// What link scanners do with the mail of a scanned company.
class ScannerSimulator {
public:
    /// `links` must outlive this.
    explicit ScannerSimulator(const LinkSet &links);

    void simulate(const Message &message, Random &random, EventLog &log) const;

    /// The re-scan of a domain that starts at `startMs`; call it for each of its messages.
    void rescan(const Message &message, std::int64_t startMs, Random &random, EventLog &log) const;

    /// The vendor's look at a link in the moment a person clicks it.
    void checkClick(const Message &message, const std::string &url, std::int64_t clickMs, Random &random,
                    EventLog &log) const;

private:
    void sweep(const Message &message, std::int64_t startMs, Manner manner, Random &random,
               EventLog &log) const;
    void sweepFromOnePlace(const Message &message, std::int64_t startMs, std::int64_t spanMs, Manner manner,
                           Random &random, EventLog &log) const;
    void sweepRotating(const Message &message, std::int64_t startMs, Random &random, EventLog &log) const;
    void beforeDelivery(const Message &message, Random &random, EventLog &log) const;
    void probe(const Message &message, Random &random, EventLog &log) const;
    void fetchPixel(const Message &message, std::int64_t startMs, Random &random, EventLog &log) const;

    const LinkSet &m_links;
};

} // namespace clicksieve::simulator
