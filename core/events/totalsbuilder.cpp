// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/events/totalsbuilder.h"

#include "core/events/index.h"

#include <algorithm>
#include <utility>

namespace clicksieve {

namespace {

constexpr char kUnitSeparator = '\x1f';

constexpr bool isMark(Total total)
{
    return total != Total::Opens && total != Total::Clicks;
}

} // namespace

void TotalsBuilder::beginSource(const TotalsOrigin &origin, const std::vector<Total> &splitOverFiles)
{
    const auto known = std::ranges::find(m_totals.origins, origin.formatId, &TotalsOrigin::formatId);
    m_origin = static_cast<std::size_t>(known - m_totals.origins.begin());
    if (known == m_totals.origins.end())
        m_totals.origins.push_back(origin);
    m_splitOverFiles = splitOverFiles;
    m_unitsOfSource.clear();
}

void TotalsBuilder::add(const TotalsRecord &record)
{
    const bool isCampaign = record.recipient.empty();
    const std::uint32_t recipient =
        isCampaign ? RecipientIndex::kNone : m_recipients.intern(record.recipient);
    const UnitKey key = UnitKey{campaignOf(record)} << 32U | recipient;
    const auto [unit, isNew] = m_unitsOfSource.try_emplace(key, record.counts);
    if (isNew)
        return;
    for (const Total total : kTotals) {
        const auto before = unit->second.get(total);
        const auto more = record.counts.get(total);
        if (!before || !more)
            unit->second.set(total, std::nullopt);
        else
            unit->second.set(total,
                             isMark(total) && !isCampaign ? std::max(*before, *more) : *before + *more);
    }
}

std::uint32_t TotalsBuilder::campaignOf(const TotalsRecord &record)
{
    std::string key = std::to_string(m_origin);
    key += kUnitSeparator;
    key += record.campaign;
    const std::uint32_t campaign = m_campaigns.intern(key);
    if (campaign == m_totals.campaigns.size())
        m_totals.campaigns.push_back({std::string(record.campaign), {}, m_origin, {}});
    if (m_totals.campaigns[campaign].name.empty())
        m_totals.campaigns[campaign].name = record.campaignName;
    return campaign;
}

void TotalsBuilder::endSource()
{
    for (const auto &[key, counts] : m_unitsOfSource)
        mergeUnit(key, counts);
    m_unitsOfSource.clear();
}

void TotalsBuilder::mergeUnit(UnitKey key, const TotalCounts &counts)
{
    const auto [unit, isNew] = m_units.try_emplace(key, counts);
    if (isNew)
        return;
    for (const Total total : kTotals) {
        const auto before = unit->second.get(total);
        const auto more = counts.get(total);
        if (!more)
            continue;
        const bool addsUp = std::ranges::find(m_splitOverFiles, total) != m_splitOverFiles.end();
        unit->second.set(total, !before ? *more : addsUp ? *before + *more : std::max(*before, *more));
    }
}

Totals TotalsBuilder::build()
{
    for (const auto &[key, counts] : m_units) {
        TotalCounts &sums = m_totals.campaigns[key >> 32U].counts;
        for (const Total total : kTotals) {
            if (const auto count = counts.get(total))
                sums.set(total, sums.get(total).value_or(0) + *count);
        }
    }
    m_units.clear();
    m_campaigns = {};
    m_recipients = {};
    return std::exchange(m_totals, {});
}

} // namespace clicksieve
