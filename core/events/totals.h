// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace clicksieve {

/// What an export without event times counts.
enum class Total : std::uint8_t {
    Sent,      ///< messages handed over
    Delivered, ///< messages accepted
    Opened,    ///< messages with an open
    Opens,     ///< opens
    Clicked,   ///< messages with a click
    Clicks     ///< clicks
};
inline constexpr std::array kTotals = {Total::Sent,  Total::Delivered, Total::Opened,
                                       Total::Opens, Total::Clicked,   Total::Clicks};

/// A count of each kind; nullopt where the export does not say, never zero instead.
class TotalCounts {
public:
    TotalCounts() { m_counts.fill(kUnknown); }

    [[nodiscard]] std::optional<std::uint64_t> get(Total total) const
    {
        const std::uint64_t count = m_counts[static_cast<std::size_t>(total)];
        return count == kUnknown ? std::nullopt : std::optional(count);
    }
    void set(Total total, std::optional<std::uint64_t> count)
    {
        m_counts[static_cast<std::size_t>(total)] = count.value_or(kUnknown);
    }

private:
    static constexpr std::uint64_t kUnknown = ~std::uint64_t{0}; // an optional would take twice the memory

    std::array<std::uint64_t, kTotals.size()> m_counts;
};

/// The kind of export that totals come from.
struct TotalsOrigin {
    QString formatId;
    QString title;    ///< for display
    QString sentence; ///< for the user: that scanners cannot be told apart, and what to ask for instead
};

/// One campaign as an export of totals tells it. Without event times no person can be told from a machine, so nothing
/// here is ever adjusted, and nothing of it enters the figures that are made of events.
struct CampaignTotals {
    std::string id;         ///< the ESP's; empty where the export names no campaign
    std::string name;       ///< empty where it has none
    std::size_t origin = 0; ///< position in Totals::origins
    TotalCounts counts;

    /// What rates of delivered messages divide by: delivered, or else sent.
    [[nodiscard]] std::optional<std::uint64_t> reached() const
    {
        const auto delivered = counts.get(Total::Delivered);
        return delivered ? delivered : counts.get(Total::Sent);
    }
    /// What to show for it: the name, or else the id; empty where it has neither.
    [[nodiscard]] const std::string &shownName() const { return name.empty() ? id : name; }
};

/// Everything that exports of totals say, campaigns in order of first appearance.
struct Totals {
    std::vector<TotalsOrigin> origins;
    std::vector<CampaignTotals> campaigns;

    [[nodiscard]] bool isEmpty() const { return origins.empty(); }
};

} // namespace clicksieve
