// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/events/columntexts.h"

#include "ui/events/eventtext.h"

namespace clicksieve {

namespace {

template <typename TextOf>
std::vector<std::string_view> collect(std::uint32_t count, TextOf textOf)
{
    std::vector<std::string_view> texts;
    texts.reserve(count);
    for (std::uint32_t id = 0; id < count; ++id)
        texts.push_back(textOf(id));
    return texts;
}

std::vector<std::string_view> actorTexts(const Verdicts &verdicts, std::vector<std::string> &keep)
{
    keep.clear();
    for (const Actor &actor : verdicts.actors()) {
        const bool nameless = actor.kind == ActorKind::Unknown && actor.name.isEmpty();
        keep.push_back((nameless ? EventText::unknownMachine() : actor.name).toStdString());
    }
    return {keep.begin(), keep.end()};
}

} // namespace

std::vector<std::string_view> columnTexts(const Analysis &analysis, EventColumn column,
                                          std::vector<std::string> &keep)
{
    const EventTable &table = *analysis.table;
    switch (column) {
    case EventColumn::Recipient:
        return collect(table.recipientCount(),
                       [&](std::uint32_t id) { return table.recipientText(RecipientIndex{id}); });
    case EventColumn::Link:
        return collect(table.linkCount(), [&](std::uint32_t id) { return table.linkText(LinkIndex{id}); });
    case EventColumn::Campaign: // the last one is that of events without a campaign
        return collect(table.campaignCount() + 1, [&](std::uint32_t id) {
            return table.campaignName(id < table.campaignCount() ? CampaignIndex{id} : CampaignIndex{});
        });
    case EventColumn::Actor:
        return actorTexts(*analysis.verdicts, keep);
    case EventColumn::Address:
        return collect(table.clientCount(),
                       [&](std::uint32_t id) { return table.addressText(ClientIndex{id}); });
    case EventColumn::Agent:
        return collect(table.clientCount(),
                       [&](std::uint32_t id) { return table.agentText(ClientIndex{id}); });
    default:
        return {};
    }
}

std::uint32_t columnId(const Analysis &analysis, EventColumn column, std::size_t event)
{
    const EventTable &table = *analysis.table;
    switch (column) {
    case EventColumn::Recipient:
        return table.recipient(event).value();
    case EventColumn::Link:
        return table.linkOf(table.url(event)).value();
    case EventColumn::Campaign: {
        const CampaignIndex campaign = table.campaign(event);
        return campaign.isNone() ? table.campaignCount() : campaign.value();
    }
    case EventColumn::Actor: {
        const bool named = analysis.verdicts->actor(event).kind != ActorKind::Unknown
                           || analysis.verdicts->verdict(event) == Verdict::Machine;
        return named ? analysis.verdicts->actorNumber(event) : CampaignIndex::kNone;
    }
    case EventColumn::Address:
    case EventColumn::Agent:
        return table.client(event).value();
    default:
        return CampaignIndex::kNone;
    }
}

bool hasTexts(EventColumn column)
{
    switch (column) {
    case EventColumn::Recipient:
    case EventColumn::Link:
    case EventColumn::Campaign:
    case EventColumn::Actor:
    case EventColumn::Address:
    case EventColumn::Agent:
        return true;
    default:
        return false;
    }
}

} // namespace clicksieve
