// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/filter.h"

#include "core/detect/verdicts.h"
#include "core/events/eventtable.h"

namespace clicksieve {

namespace {

bool within(TimeMs time, const std::pair<TimeMs, TimeMs> &range)
{
    return time >= range.first && time < range.second;
}

} // namespace

int Filter::parts() const
{
    return int{campaign.has_value()} + int{domain.has_value()} + int{type.has_value()}
           + int{verdict.has_value()} + int{clock.has_value()} + int{sinceSend.has_value()};
}

bool Filter::passesMessage(const EventTable &table, CampaignIndex ofCampaign, RecipientIndex recipient) const
{
    return (!campaign || *campaign == ofCampaign) && (!domain || *domain == table.domainOf(recipient));
}

bool Filter::passes(const EventTable &table, const Verdicts &verdicts, std::size_t event) const
{
    if (!passesMessage(table, table.campaign(event), table.recipient(event)))
        return false;
    if ((type && table.type(event) != *type) || (verdict && verdicts.verdict(event) != *verdict))
        return false;
    if (clock && !within(table.time(event), *clock))
        return false;
    if (!sinceSend)
        return true;
    const TimeMs since = table.sinceSend(event);
    return since != kNoTime && within(since, *sinceSend);
}

} // namespace clicksieve
