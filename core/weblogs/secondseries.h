// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <memory>

namespace clicksieve {

/// Who made a request to the web site, as far as log and export tell together.
enum class RequestClass : std::uint8_t {
    Background,  ///< nothing ties it to a campaign
    Scanner,     ///< a machine that followed a link of a mail
    Person,      ///< a person who did
    Unattributed ///< it belongs to a campaign, but nobody can say whose it is
};
inline constexpr std::size_t kRequestClasses = 4;

/// The requests of one second.
struct SecondCounts {
    std::array<std::uint32_t, kRequestClasses> requests{};
    std::uint32_t errors =
        0; ///< the server could not cope: status 5xx, 429, 499 (nginx: the visitor gave up), 408

    [[nodiscard]] std::uint32_t all() const { return requests[0] + requests[1] + requests[2] + requests[3]; }
};

/// Requests second by second. Takes memory for each hour that has one, however many there are.
class SecondSeries {
public:
    static constexpr std::int64_t kSecondsInBlock = 3'600;
    using Block = std::array<SecondCounts, kSecondsInBlock>;

    /// @p second since 1970-01-01T00:00:00Z
    [[nodiscard]] SecondCounts &at(std::int64_t second);
    /// Zeros where nothing happened.
    [[nodiscard]] SecondCounts counts(std::int64_t second) const;
    /// By their first second; ordered.
    [[nodiscard]] const std::map<std::int64_t, std::unique_ptr<Block>> &blocks() const { return m_blocks; }
    /// All requests in [first, last).
    [[nodiscard]] SecondCounts sum(std::int64_t first, std::int64_t last) const;

private:
    std::map<std::int64_t, std::unique_ptr<Block>> m_blocks;
    std::int64_t m_recentStart = INT64_MIN;
    Block *m_recent = nullptr; ///< the block asked for last: logs are nearly in order
};

} // namespace clicksieve
