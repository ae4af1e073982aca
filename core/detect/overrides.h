// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/result.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace clicksieve {

class EventTable;
class JobContext;

/// Whose the opens and clicks of one thing are, by the user's word.
struct Override {
    enum class Scope : std::uint8_t { Event, Message, Client, Link, Domain };

    Scope scope = Scope::Event;
    std::uint32_t id = 0; ///< position or index of that thing in the table, never none
    bool isMachine = false;

    friend bool operator==(const Override &, const Override &) = default;
};

/// The order counts: where two speak of one event, the later one decides.
using OverrideList = std::vector<Override>;

/// Overrides with the events that they decide. Immutable; for the table they were made for.
class Overrides {
public:
    /// Looks at every open and click: run it in a job. Error: Cancelled.
    [[nodiscard]] static Result<std::shared_ptr<const Overrides>> make(const EventTable &table,
                                                                       OverrideList list,
                                                                       JobContext &context);

    [[nodiscard]] const OverrideList &list() const { return m_list; }
    /// Opens and clicks that the override at that place of the list decides.
    [[nodiscard]] std::uint64_t events(std::size_t place) const { return m_events[place]; }
    /// Opens and clicks that any decides.
    [[nodiscard]] std::uint64_t events() const;

    [[nodiscard]] bool decide(std::size_t event) const { return m_said[event] != Said::Nothing; }
    /// @pre decide(event)
    [[nodiscard]] bool isMachine(std::size_t event) const { return m_said[event] == Said::Machine; }

private:
    enum class Said : std::uint8_t { Nothing, Human, Machine };
    friend class OverrideSweep;

    OverrideList m_list;
    std::vector<std::uint64_t> m_events;
    std::vector<Said> m_said; ///< per event
};

/// The place in @p list of the one that decides @p event; nullopt where none does.
[[nodiscard]] std::optional<std::size_t> decidingOverride(const EventTable &table, const OverrideList &list,
                                                          std::size_t event);

/// What an override of @p scope would have to be of to decide @p event; nullopt where the event has no such thing.
[[nodiscard]] std::optional<std::uint32_t> overrideId(const EventTable &table, Override::Scope scope,
                                                      std::size_t event);

} // namespace clicksieve
