// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "simulator/simulatedevent.h"

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace clicksieve::simulator {

/// The figures that an ideal detector would report. Openers and clickers are messages, opens and clicks are
/// events.
class TruthFigures {
public:
    explicit TruthFigures(const std::vector<SimulatedEvent> &events);

    std::size_t events() const { return m_events; }
    std::size_t openers() const { return m_openers; }
    std::size_t clickers() const { return m_clickers; }
    std::size_t humanOpeners() const { return m_humanOpeners; }
    std::size_t humanClickers() const { return m_humanClickers; }

    /// Recipients of whom a person opened or clicked: the denominator of the adjusted rate.
    std::size_t humanReaders() const { return m_humanReaders; }

    std::size_t machineClickers() const { return m_machineClickers; }
    std::size_t opens() const { return m_opens; }
    std::size_t machineOpens() const { return m_machineOpens; }
    std::size_t clicks() const { return m_clicks; }
    std::size_t machineClicks() const { return m_machineClicks; }

    /// Clickers per opener over all events, people or not. May exceed 1; 0 without openers.
    double rawCtor() const;

    /// Human clickers per human reader, 0 to 1; 0 without readers.
    double adjustedCtor() const;

    /// One line, no line end.
    std::string toJson() const;

private:
    std::string mannersToJson() const;
    void count(const SimulatedEvent &event);
    void countMessages(const std::vector<SimulatedEvent> &events);

    std::size_t m_events = 0;
    std::size_t m_openers = 0;
    std::size_t m_clickers = 0;
    std::size_t m_humanOpeners = 0;
    std::size_t m_humanClickers = 0;
    std::size_t m_humanReaders = 0;
    std::size_t m_machineClickers = 0;
    std::size_t m_opens = 0;
    std::size_t m_machineOpens = 0;
    std::size_t m_clicks = 0;
    std::size_t m_machineClicks = 0;
    std::map<std::string_view, std::size_t> m_clicksByManner;
};

} // namespace clicksieve::simulator
