// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/verdict.h"
#include "core/events/event.h"
#include "core/events/index.h"

#include <optional>
#include <utility>

namespace clicksieve {

class EventTable;
class Verdicts;

/// Which opens and clicks (and messages) a page looks at. A value; the default lets everything pass.
/// Parts are combined with "and".
struct Filter {
    std::optional<CampaignIndex> campaign;
    std::optional<DomainIndex> domain;
    std::optional<EventType> type; ///< Open or Click
    std::optional<Verdict> verdict;
    std::optional<std::pair<TimeMs, TimeMs>> clock;     ///< [from, to), ms UTC
    std::optional<std::pair<TimeMs, TimeMs>> sinceSend; ///< [from, to), ms since the message's send time

    [[nodiscard]] bool isEmpty() const { return *this == Filter{}; }
    /// Number of parts that are set: the "3 filters" of the status bar.
    [[nodiscard]] int parts() const;

    /// True where the message as such is in view (campaign and domain).
    [[nodiscard]] bool passesMessage(const EventTable &table, CampaignIndex ofCampaign,
                                     RecipientIndex recipient) const;
    /// True where the event is in view. @pre the event is an open or a click
    [[nodiscard]] bool passes(const EventTable &table, const Verdicts &verdicts, std::size_t event) const;

    friend bool operator==(const Filter &, const Filter &) = default;
};

} // namespace clicksieve
