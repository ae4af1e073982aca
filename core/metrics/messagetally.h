// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/metrics/figures.h"

#include <array>
#include <cstddef>
#include <cstdint>

namespace clicksieve {

class EventTable;
class Verdicts;

/// Counts of one group while it is being added up. Plain sums, so that the parts of several workers can be added in any order.
class Tally {
public:
    void add(const Tally &other);
    [[nodiscard]] bool isEmpty() const
    {
        return m_figures.messages == 0 && m_opens == EventCounts{} && m_clicks == EventCounts{};
    }
    [[nodiscard]] Figures figures() const;

private:
    friend class MessageTally;
    /// What is said of an open or click, from the least to the most likely a machine's.
    enum Side : std::uint8_t { Human, UncertainHuman, UncertainMachine, Machine };
    using EventCounts = std::array<std::uint64_t, 4>; ///< by side

    Figures m_figures; ///< without the counts of events
    EventCounts m_opens{};
    EventCounts m_clicks{};
    std::uint64_t m_sent = 0;
    std::uint64_t m_delivered = 0;
};

/// Takes in the opens and clicks of one message and then counts the message once under each reading.
class MessageTally {
public:
    /// Counts the event in @p into and remembers what it says of the message.
    void addAction(const EventTable &table, const Verdicts &verdicts, std::size_t event, Tally &into);
    /// Counts an event of no message: in totals, never in unique figures.
    static void addAnonymous(const EventTable &table, const Verdicts &verdicts, std::size_t event,
                             Tally &into);
    /// Counts the message itself; begins anew for the next.
    void finish(bool wasSent, bool wasDelivered, Tally &into);
    /// The same for a message as seen by one link: nothing of sending is counted.
    void finishForLink(Tally &into);

private:
    enum : std::uint8_t { kRaw = 1, kAdjusted = 2, kStrict = 4, kLenient = 8 };
    static std::uint8_t countEvent(const EventTable &table, const Verdicts &verdicts, std::size_t event,
                                   Tally &into);

    std::uint8_t m_opened = 0; ///< under which readings
    std::uint8_t m_clicked = 0;
    bool m_machine = false;
    bool m_prefetched = false;
};

} // namespace clicksieve
