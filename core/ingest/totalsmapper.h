// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/events/totalsbuilder.h"
#include "core/ingest/source.h"

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace clicksieve {

/// Turns the cells of one row of an export of totals into counts, as the source's format says.
class TotalsMapper {
public:
    explicit TotalsMapper(const Source &source); ///< @p source outlives the mapper, and has format->totals

    /// Fills @p record (views into @p cells or into this object, valid until the next call). An empty string means
    /// done; else why this row counts nothing, as a sentence.
    [[nodiscard]] QString map(std::span<const std::string_view> cells, TotalsRecord &record);

private:
    [[nodiscard]] std::string_view value(const std::vector<ColumnPlace> &places,
                                         std::span<const std::string_view> cells) const;
    [[nodiscard]] QString mapNames(std::span<const std::string_view> cells, TotalsRecord &record);
    [[nodiscard]] QString mapCount(Total total, std::string_view cell, const std::string &column,
                                   TotalCounts &counts) const;
    [[nodiscard]] bool isMark(Total total) const;

    const Source &m_source;
    const TotalsFormat &m_format;
    std::size_t m_expected; ///< cells of a row; without those at its end that the header leaves unnamed
    std::vector<ColumnPlace> m_recipient;
    std::vector<ColumnPlace> m_campaign;
    std::vector<ColumnPlace> m_campaignName;
    std::map<Total, std::vector<ColumnPlace>> m_counts; ///< only those that the header has
    std::string m_campaignOfFile;
    std::string m_lowered; ///< the recipient at hand
};

} // namespace clicksieve
