// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/metrics/filter.h"
#include "ui/events/eventcolumn.h"

#include <QString>

#include <array>
#include <optional>

namespace clicksieve {

/// Which opens and clicks the event table shows, and in what order. A value; the parts are combined with "and".
struct EventQuery {
    Filter filter; ///< the session's
    /// By EventColumn: what the column's text must contain, whatever the case; empty: anything. Only for the columns
    /// with text of their own: recipient, link, campaign, actor, address, agent.
    std::array<QString, kEventColumns> contains;
    std::optional<EventType> what;
    std::optional<Verdict> verdict;

    std::optional<EventColumn> sortedBy; ///< nullopt: the order of the files
    bool descending = false;             ///< unknown values come last either way

    [[nodiscard]] QString &textOf(EventColumn column) { return contains[static_cast<std::size_t>(column)]; }
    [[nodiscard]] const QString &textOf(EventColumn column) const
    {
        return contains[static_cast<std::size_t>(column)];
    }

    friend bool operator==(const EventQuery &, const EventQuery &) = default;
};

} // namespace clicksieve
