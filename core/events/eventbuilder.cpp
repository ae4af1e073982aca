// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/events/eventbuilder.h"

#include "core/jobs/jobcontext.h"
#include "core/jobs/parallel.h"

#include <array>
#include <cstring>
#include <functional>

namespace clicksieve {

namespace {

constexpr std::uint32_t kNone = EventIndex::kNone;
constexpr char kUnitSeparator = '\x1f';

using PairKey = std::array<char, 2 * sizeof(std::uint32_t)>;

PairKey pairKey(std::uint32_t first, std::uint32_t second)
{
    PairKey key{};
    std::memcpy(key.data(), &first, sizeof first);
    std::memcpy(key.data() + sizeof first, &second, sizeof second);
    return key;
}

std::pair<std::uint32_t, std::uint32_t> pairOf(std::string_view key)
{
    std::uint32_t first = 0;
    std::uint32_t second = 0;
    std::memcpy(&first, key.data(), sizeof first);
    std::memcpy(&second, key.data() + sizeof first, sizeof second);
    return {first, second};
}

std::uint32_t internUnlessEmpty(Dictionary &dictionary, std::string_view text)
{
    return text.empty() ? kNone : dictionary.intern(text);
}

} // namespace

void EventBlock::reserve(std::size_t events)
{
    m_time.reserve(events);
    m_type.reserve(events);
    m_flag.reserve(events);
    for (auto *column : {&m_row, &m_campaign, &m_recipient, &m_url, &m_client})
        column->reserve(events);
}

void EventBlock::append(const EventRecord &record, WorkerDictionaries &dictionaries)
{
    if (record.sentAt != kNoTime && m_sentAt.empty())
        m_sentAt.assign(m_time.size(), kNoTime);
    m_time.push_back(record.time);
    if (record.sentAt != kNoTime || !m_sentAt.empty())
        m_sentAt.push_back(record.sentAt);
    m_type.push_back(record.type);
    m_flag.push_back(record.flag);
    m_row.push_back(record.row);
    m_recipient.push_back(internUnlessEmpty(dictionaries.m_recipients, record.recipient));
    m_url.push_back(internUnlessEmpty(dictionaries.m_urls, record.url));

    std::string &campaign = dictionaries.m_campaignKey;
    campaign.assign(record.campaign);
    campaign += kUnitSeparator;
    campaign += record.campaignName;
    m_campaign.push_back(dictionaries.m_campaigns.intern(campaign));

    const std::uint32_t address = internUnlessEmpty(dictionaries.m_addresses, record.address);
    const std::uint32_t agent = internUnlessEmpty(dictionaries.m_agents, record.agent);
    if (address == kNone && agent == kNone) {
        m_client.push_back(kNone);
    } else {
        const PairKey key = pairKey(address, agent);
        m_client.push_back(dictionaries.m_clients.intern({key.data(), key.size()}));
    }
}

void EventBuilder::addSource(SourceInfo source, std::vector<EventBlock> blocks)
{
    m_sources.push_back(std::move(source));
    for (EventBlock &block : blocks)
        m_blocks.push_back(std::move(block));
    m_blocksEnd.push_back(m_blocks.size());
}

Result<std::shared_ptr<const EventTable>> EventBuilder::build(TimeMs sentAtForAll, JobContext &context)
{
    EventTable::Columns columns;
    EventTable::Dictionaries merged;
    std::vector<TimeMs> sentAt;
    const std::array<std::function<void()>, 5> tasks = {
        [&] { mergeClients(columns, merged); },
        [&] {
            mergeTexts(&EventBlock::m_recipient, &WorkerDictionaries::m_recipients, columns.recipient,
                       merged.recipients);
        },
        [&] { mergeTexts(&EventBlock::m_url, &WorkerDictionaries::m_urls, columns.url, merged.urls); },
        [&] { mergeCampaigns(columns, merged); },
        [&] { mergeNumbers(columns, sentAt); },
    };
    parallelFor(context, tasks.size(), [&](std::size_t task, std::size_t) { tasks[task](); });
    m_blocks.clear();
    m_workers.clear();
    if (context.stopRequested())
        return Error{Error::Kind::Cancelled, QStringLiteral("Stopped.")};

    MessageTable messages =
        MessageTable::build({columns.time, columns.type, columns.campaign, columns.recipient, sentAt,
                             merged.campaigns.size(), merged.recipients.size(), sentAtForAll},
                            context);
    if (context.stopRequested())
        return Error{Error::Kind::Cancelled, QStringLiteral("Stopped.")};
    return std::make_shared<const EventTable>(std::move(columns), std::move(merged), std::move(m_sources),
                                              std::move(messages));
}

void EventBuilder::mergeNumbers(EventTable::Columns &columns, std::vector<TimeMs> &sentAt)
{
    std::size_t events = 0;
    bool anySentAt = false;
    for (const EventBlock &block : m_blocks) {
        events += block.size();
        anySentAt = anySentAt || !block.m_sentAt.empty();
    }
    columns.time.reserve(events);
    columns.type.reserve(events);
    columns.flag.reserve(events);
    columns.row.reserve(events);
    if (anySentAt)
        sentAt.reserve(events);

    std::size_t next = 0;
    for (const std::size_t end : m_blocksEnd) {
        std::uint32_t rowsBefore = 0;
        for (; next < end; ++next) {
            const EventBlock &block = m_blocks[next];
            columns.time.insert(columns.time.end(), block.m_time.begin(), block.m_time.end());
            columns.type.insert(columns.type.end(), block.m_type.begin(), block.m_type.end());
            columns.flag.insert(columns.flag.end(), block.m_flag.begin(), block.m_flag.end());
            for (const std::uint32_t row : block.m_row)
                columns.row.push_back(rowsBefore + row);
            if (anySentAt && block.m_sentAt.empty())
                sentAt.insert(sentAt.end(), block.size(), kNoTime);
            else
                sentAt.insert(sentAt.end(), block.m_sentAt.begin(), block.m_sentAt.end());
            rowsBefore += block.m_rows;
        }
        columns.sourceEnd.push_back(static_cast<std::uint32_t>(columns.time.size()));
    }
}

void EventBuilder::mergeTexts(std::vector<std::uint32_t> EventBlock::*column,
                              Dictionary WorkerDictionaries::*texts, std::vector<std::uint32_t> &out,
                              Dictionary &merged)
{
    std::vector<std::vector<std::uint32_t>> newId;
    for (const WorkerDictionaries &worker : m_workers)
        newId.emplace_back((worker.*texts).size(), kNone);
    std::size_t events = 0;
    for (const EventBlock &block : m_blocks)
        events += block.size();
    out.reserve(events);
    for (const EventBlock &block : m_blocks) {
        for (const std::uint32_t id : block.*column) {
            if (id == kNone) {
                out.push_back(kNone);
                continue;
            }
            std::uint32_t &known = newId[block.m_worker][id];
            if (known == kNone)
                known = merged.intern((m_workers[block.m_worker].*texts)[id]);
            out.push_back(known);
        }
    }
}

void EventBuilder::mergeCampaigns(EventTable::Columns &columns, EventTable::Dictionaries &merged)
{
    Dictionary keys;
    std::vector<std::uint32_t> keyColumn;
    mergeTexts(&EventBlock::m_campaign, &WorkerDictionaries::m_campaigns, keyColumn, keys);

    std::vector<std::uint32_t> campaignOfKey;
    for (const std::string_view key : keys.texts()) {
        const auto separator = key.find(kUnitSeparator);
        const std::uint32_t campaign = merged.campaigns.intern(key.substr(0, separator));
        merged.campaignNames.resize(merged.campaigns.size());
        if (merged.campaignNames[campaign].empty())
            merged.campaignNames[campaign] = key.substr(separator + 1);
        campaignOfKey.push_back(campaign);
    }
    columns.campaign.reserve(keyColumn.size());
    for (const std::uint32_t key : keyColumn)
        columns.campaign.push_back(campaignOfKey[key]);
}

void EventBuilder::mergeClients(EventTable::Columns &columns, EventTable::Dictionaries &merged)
{
    Dictionary clients;
    std::vector<std::vector<std::uint32_t>> newId;
    for (const WorkerDictionaries &worker : m_workers)
        newId.emplace_back(worker.m_clients.size(), kNone);
    for (const EventBlock &block : m_blocks) {
        const WorkerDictionaries &worker = m_workers[block.m_worker];
        for (const std::uint32_t id : block.m_client) {
            if (id == kNone) {
                columns.client.push_back(kNone);
                continue;
            }
            std::uint32_t &known = newId[block.m_worker][id];
            if (known == kNone) {
                const auto [address, agent] = pairOf(worker.m_clients[id]);
                const PairKey key =
                    pairKey(address == kNone ? kNone : merged.addresses.intern(worker.m_addresses[address]),
                            agent == kNone ? kNone : merged.agents.intern(worker.m_agents[agent]));
                known = clients.intern({key.data(), key.size()});
            }
            columns.client.push_back(known);
        }
    }
    for (const std::string_view key : clients.texts())
        merged.clients.push_back(pairOf(key));
}

} // namespace clicksieve
