// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/events/eventtable.h"

#include "core/events/linknormaliser.h"
#include "core/jobs/jobcontext.h"
#include "core/jobs/parallel.h"

#include <algorithm>
#include <array>
#include <functional>

namespace clicksieve {

namespace {

constexpr std::string_view kNoCampaign = "(no campaign)";

/// The part after the last @; empty where there is none.
std::string_view domainPart(std::string_view recipient)
{
    const auto at = recipient.rfind('@');
    return at == std::string_view::npos ? std::string_view{} : recipient.substr(at + 1);
}

} // namespace

EventTable::EventTable(Columns columns, Dictionaries dictionaries, std::vector<SourceInfo> sources,
                       std::vector<SkippedFile> skipped, MessageTable messages, Totals totals,
                       JobContext &context)
    : m_type(std::move(columns.type))
    , m_url(std::move(columns.url))
    , m_client(std::move(columns.client))
    , m_row(std::move(columns.row))
    , m_sourceEnd(std::move(columns.sourceEnd))
    , m_dictionaries(std::move(dictionaries))
    , m_sources(std::move(sources))
    , m_skipped(std::move(skipped))
    , m_messages(std::move(messages))
    , m_totals(std::move(totals))
{
    const std::array<std::function<void()>, 4> tasks = {
        [&] { m_time = TimeColumn(std::move(columns.time)); },
        [&] { m_linkOfUrl = normaliseLinks(m_dictionaries.urls, m_url, columns.recipient, m_links); },
        [&] {
            if (!m_messages.hasEachOf(m_type.size()))
                m_campaign = std::move(columns.campaign);
            if (std::ranges::any_of(columns.flag,
                                    [](MachineFlag flag) { return flag != MachineFlag::Unknown; }))
                m_flag = std::move(columns.flag);
        },
        [&] { findDomains(); },
    };
    parallelFor(context, tasks.size(), [&](std::size_t task, std::size_t) { tasks[task](); });
}

void EventTable::findDomains()
{
    m_domainOfRecipient.reserve(m_dictionaries.recipients.size());
    for (const std::string_view recipient : m_dictionaries.recipients.texts()) {
        const std::string_view domain = domainPart(recipient);
        m_domainOfRecipient.push_back(domain.empty() ? DomainIndex::kNone : m_domains.intern(domain));
    }
}

bool EventTable::isTotalsOnly() const
{
    return !m_sources.empty() && std::ranges::all_of(m_sources, &SourceInfo::isTotals);
}

SourceIndex EventTable::source(std::size_t event) const
{
    const auto &ends = m_sourceEnd;
    return SourceIndex{static_cast<std::size_t>(std::ranges::upper_bound(ends, event) - ends.begin())};
}

std::pair<std::size_t, std::size_t> EventTable::eventsOf(SourceIndex source) const
{
    const std::size_t begin = source.value() == 0 ? 0 : m_sourceEnd[source.value() - 1];
    return {begin, m_sourceEnd[source.value()]};
}

std::string_view EventTable::campaignId(CampaignIndex campaign) const
{
    return campaign.isNone() ? std::string_view{} : m_dictionaries.campaigns[campaign.value()];
}

std::string_view EventTable::campaignName(CampaignIndex campaign) const
{
    if (campaign.isNone())
        return kNoCampaign;
    const std::string &name = m_dictionaries.campaignNames[campaign.value()];
    if (!name.empty())
        return name;
    const std::string_view id = m_dictionaries.campaigns[campaign.value()];
    return id.empty() ? kNoCampaign : id;
}

std::string_view EventTable::recipientText(RecipientIndex recipient) const
{
    return recipient.isNone() ? std::string_view{} : m_dictionaries.recipients[recipient.value()];
}

std::string_view EventTable::domainText(DomainIndex domain) const
{
    return domain.isNone() ? std::string_view{} : m_domains[domain.value()];
}

std::string_view EventTable::urlText(UrlIndex url) const
{
    return url.isNone() ? std::string_view{} : m_dictionaries.urls[url.value()];
}

std::string_view EventTable::linkText(LinkIndex link) const
{
    return link.isNone() ? std::string_view{} : m_links[link.value()];
}

std::string_view EventTable::addressText(ClientIndex client) const
{
    const AddressIndex address = addressOf(client);
    return address.isNone() ? std::string_view{} : m_dictionaries.addresses[address.value()];
}

std::string_view EventTable::agentText(ClientIndex client) const
{
    const AgentIndex agent = agentOf(client);
    return agent.isNone() ? std::string_view{} : m_dictionaries.agents[agent.value()];
}

DomainIndex EventTable::findDomain(std::string_view domain) const
{
    return DomainIndex{m_domains.find(domain)};
}

LinkIndex EventTable::findLink(std::string_view link) const
{
    return LinkIndex{m_links.find(link)};
}

RecipientIndex EventTable::findRecipient(std::string_view recipient) const
{
    return RecipientIndex{m_dictionaries.recipients.find(recipient)};
}

CampaignIndex EventTable::findCampaign(std::string_view id) const
{
    return CampaignIndex{m_dictionaries.campaigns.find(id)};
}

SourceColumns EventTable::knownColumns() const
{
    SourceColumns known;
    for (const SourceInfo &source : m_sources) {
        known.url |= source.columns.url;
        known.address |= source.columns.address;
        known.agent |= source.columns.agent;
        known.recipient |= source.columns.recipient;
        known.machineFlag |= source.columns.machineFlag;
    }
    return known;
}

TimeResolution EventTable::coarsestResolution() const
{
    TimeResolution coarsest = TimeResolution::Millisecond;
    for (const SourceInfo &source : m_sources) {
        if (!source.isTotals())
            coarsest = std::max(coarsest, source.resolution);
    }
    return coarsest;
}

} // namespace clicksieve
