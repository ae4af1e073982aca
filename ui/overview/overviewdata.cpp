// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/overviewdata.h"

#include "core/jobs/jobcontext.h"

#include <algorithm>

namespace clicksieve {

namespace {

void addSendTimes(OverviewData &data, const EventTable &table, const Filter &filter)
{
    const MessageTable &messages = table.messages();
    for (std::size_t i = 0; i < messages.size(); ++i) {
        if (!filter.passesMessage(table, messages.campaign(i), messages.recipient(i)))
            continue;
        ++data.messages;
        const TimeMs sent = messages.sentTime(i);
        if (sent == kNoTime) {
            ++data.withoutSendTime;
            continue;
        }
        data.firstSent = data.firstSent == kNoTime ? sent : std::min(data.firstSent, sent);
        data.lastSent = std::max(data.lastSent, sent); // kNoTime is the smallest of all
    }
}

void keepLargest(std::vector<GroupFigures> &groups, std::size_t kept)
{
    std::stable_sort(groups.begin(), groups.end(), [](const GroupFigures &a, const GroupFigures &b) {
        return a.figures.messages > b.figures.messages;
    });
    if (groups.size() > kept)
        groups.resize(kept);
}

} // namespace

Result<OverviewData> makeOverview(const Analysis &analysis, const Filter &filter, JobContext &context)
{
    const EventTable &table = *analysis.table;
    const Verdicts &verdicts = *analysis.verdicts;
    OverviewData data;
    data.total = totalFigures(table, verdicts, filter, context);
    data.campaigns = figuresByCampaign(table, verdicts, filter, context);
    data.campaignsInView = data.campaigns.size();
    keepLargest(data.campaigns, OverviewData::kCampaignsShown);
    if (context.stopRequested())
        return Error{Error::Kind::Cancelled, QString()};
    data.actors = machineActors(table, verdicts, filter);
    if (table.knownColumns().machineFlag)
        data.agreement = vendorAgreement(table, verdicts, filter);
    addSendTimes(data, table, filter);
    return data;
}

} // namespace clicksieve
