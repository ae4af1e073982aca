// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/events/event.h"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace clicksieve {

/// How far the clock of a web server is ahead of that of the e-mail service, from pairs of a request and a click that may be
/// the same visit. Most pairs are not; those that are lie the same stretch apart. One thread.
class ClockSkew {
public:
    /// Farther than any time zone is off.
    static constexpr TimeMs kFarthest = 14 * 3'600'000;
    static constexpr std::size_t kEnoughRequests = 200'000; ///< more change nothing
    static constexpr std::uint32_t kFewestPairs = 10;       ///< own choice: as many visits must agree

    ClockSkew();

    void add(TimeMs request, std::span<const TimeMs> clicks);
    [[nodiscard]] bool hasEnough() const { return m_requests >= kEnoughRequests; }

    struct Estimate {
        TimeMs ahead = 0; ///< of the server, the way of the visitor from the e-mail service to it included
        std::uint32_t pairs = 0; ///< that agree within a second or two
        /// True where it is whole quarters of an hour, which is a wrong time zone and no clock.
        [[nodiscard]] bool isTimeZone() const;
    };
    /// Nothing where no stretch stands out.
    [[nodiscard]] std::optional<Estimate> estimate() const;

private:
    std::size_t m_requests = 0;
    std::vector<std::uint32_t> m_pairs; ///< by seconds apart, from -kFarthest on
    std::vector<TimeMs> m_sums;         ///< of the milliseconds apart, of the same pairs
};

} // namespace clicksieve
