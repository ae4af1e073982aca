// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/metrics/ratio.h"

#include <cstdint>
#include <optional>

namespace clicksieve {

/// Counts of one group of messages under one reading of the events, and the rates made of them.
struct Counts {
    std::uint64_t opens = 0;  ///< open events
    std::uint64_t clicks = 0; ///< click events
    std::uint64_t uniqueOpens =
        0; ///< messages opened. Raw: with an open event. Adjusted, strict, lenient: with a
           ///< human open or a human click (who clicked has opened, images off or not)
    std::uint64_t uniqueClicks = 0; ///< messages with a click
};

/// Everything that is said of one group (all, a campaign, a domain, a link).
struct Figures {
    std::optional<std::uint64_t> sent;      ///< messages handed over; nullopt where the export does not say
    std::optional<std::uint64_t> delivered; ///< messages accepted; nullopt where the export does not say
    Counts raw;                             ///< every event
    Counts adjusted;                        ///< human events: probability below one half
    Counts strict;                          ///< human verdicts only: uncertain counted as machine
    Counts lenient;                         ///< human and uncertain verdicts
    std::uint64_t machineOpens = 0;
    std::uint64_t machineClicks = 0;
    std::uint64_t machineRecipients = 0; ///< messages with at least one machine open or click
    std::uint64_t prefetchedOnly =
        0; ///< messages of which a privacy service's loading ahead is the only open, and no
           ///< person clicked: whether anybody opened them cannot be known
    std::uint64_t uncertainOpens = 0;
    std::uint64_t uncertainClicks = 0;
    std::uint64_t anonymousActions =
        0; ///< opens and clicks without a recipient: in opens and clicks, not in unique ones
    std::uint64_t messages = 0; ///< messages in the group

    /// unique clicks ÷ unique opens
    [[nodiscard]] Ratio ctor(const Counts &counts) const { return {counts.uniqueClicks, counts.uniqueOpens}; }
    /// unique opens ÷ delivered (÷ sent where delivered is not known)
    [[nodiscard]] Ratio openRate(const Counts &counts) const { return {counts.uniqueOpens, reached()}; }
    /// unique clicks ÷ delivered (÷ sent where delivered is not known)
    [[nodiscard]] Ratio ctr(const Counts &counts) const { return {counts.uniqueClicks, reached()}; }
    [[nodiscard]] std::optional<std::uint64_t> reached() const { return delivered ? delivered : sent; }

    /// Below this many messages opened by people, a click-to-open rate says more of chance than of people.
    static constexpr std::uint64_t kFewestOpened = 30;
    [[nodiscard]] bool hasFewOpened() const { return adjusted.uniqueOpens < kFewestOpened; }
    /// True where most opened messages are of prefetchedOnly: the people-only click-to-open rate has the clickers of
    /// such recipients but not those who only opened, so it is far too high.
    [[nodiscard]] bool isMostlyPrefetched() const { return 2 * prefetchedOnly > raw.uniqueOpens; }
};

} // namespace clicksieve
