// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/events/dictionary.h"
#include "core/events/totals.h"

#include <string_view>
#include <unordered_map>

namespace clicksieve {

/// One row of an export of totals. Views need to live only during the call.
struct TotalsRecord {
    std::string_view recipient; ///< empty: the row is a whole campaign
    std::string_view campaign;
    std::string_view campaignName;
    TotalCounts counts; ///< of a recipient: Sent, Delivered, Opened and Clicked are 0 or 1
};

/// Adds up the rows of exports of totals by campaign. A recipient with several rows is one message of the campaign.
/// Where several files tell the same message they are two states of one count, so the larger one counts; only what a
/// format splits over files (one for each link) adds up. The result does not depend on the order of the rows.
class TotalsBuilder {
public:
    /// The rows that follow are of one source. @p splitOverFiles: what the files of this format add up to.
    void beginSource(const TotalsOrigin &origin, const std::vector<Total> &splitOverFiles);
    void add(const TotalsRecord &record);
    void endSource();

    /// The builder is empty afterwards.
    [[nodiscard]] Totals build();

private:
    /// Campaign and recipient; Index::kNone as the recipient for rows that are a whole campaign.
    using UnitKey = std::uint64_t;
    using Units = std::unordered_map<UnitKey, TotalCounts>;

    [[nodiscard]] std::uint32_t campaignOf(const TotalsRecord &record);
    void mergeUnit(UnitKey key, const TotalCounts &counts);

    Totals m_totals;
    std::size_t m_origin = 0;
    std::vector<Total> m_splitOverFiles;
    Dictionary m_campaigns; ///< origin, unit separator, id
    Dictionary m_recipients;
    Units m_units;
    Units m_unitsOfSource;
};

} // namespace clicksieve
