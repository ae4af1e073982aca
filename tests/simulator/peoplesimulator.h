// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "simulator/eventlog.h"
#include "simulator/linkset.h"
#include "simulator/random.h"
#include "simulator/readerfactory.h"
#include "simulator/simulationoptions.h"

namespace clicksieve::simulator {

/// What people do with their mail.
class PeopleSimulator {
public:
    /// `links` must outlive this.
    PeopleSimulator(const SimulationOptions &options, const LinkSet &links);

    void simulate(const Message &message, Random &random, EventLog &log) const;

private:
    void readLater(const Message &message, const Reader &reader, std::int64_t firstMs, Random &random,
                   EventLog &log) const;
    void clickLinks(const Message &message, const Reader &reader, std::int64_t openMs, Random &random,
                    EventLog &log) const;
    void clickOne(const Message &message, const Reader &reader, std::int64_t timeMs, std::size_t link,
                  Manner manner, Random &random, EventLog &log) const;
    std::vector<std::size_t> chooseLinks(std::size_t count, Random &random) const;

    PeopleOptions m_options;
    const LinkSet &m_links;
    ReaderFactory m_readers;
};

} // namespace clicksieve::simulator
