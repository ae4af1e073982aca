// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/totalrates.h"

namespace clicksieve {

Ratio reportedCtor(const CampaignTotals &campaign)
{
    return {campaign.counts.get(Total::Clicked), campaign.counts.get(Total::Opened)};
}

Ratio reportedOpenRate(const CampaignTotals &campaign)
{
    return {campaign.counts.get(Total::Opened), campaign.reached()};
}

Ratio reportedClickRate(const CampaignTotals &campaign)
{
    return {campaign.counts.get(Total::Clicked), campaign.reached()};
}

CampaignTotals allTotals(const Totals &totals)
{
    CampaignTotals all;
    for (const Total total : kTotals) {
        std::optional<std::uint64_t> sum;
        for (const CampaignTotals &campaign : totals.campaigns) {
            const auto count = campaign.counts.get(total);
            if (!count) {
                sum.reset();
                break;
            }
            sum = sum.value_or(0) + *count;
        }
        all.counts.set(total, sum);
    }
    return all;
}

} // namespace clicksieve
