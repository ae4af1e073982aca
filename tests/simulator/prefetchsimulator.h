// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "simulator/eventlog.h"
#include "simulator/random.h"
#include "simulator/simulationoptions.h"

namespace clicksieve::simulator {

/// Opens that mailbox programs make by themselves, for no person.
class PrefetchSimulator {
public:
    explicit PrefetchSimulator(const PeopleOptions &options) : m_prefetchedByApple(options.appleFetches) {}

    void simulate(const Message &message, Random &random, EventLog &log) const;

private:
    static void apple(const Message &message, Random &random, EventLog &log);
    static void gmail(const Message &message, Random &random, EventLog &log);

    std::uint32_t m_prefetchedByApple;
};

} // namespace clicksieve::simulator
