// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/events/eventbuilder.h"

#include "core/jobs/jobcontext.h"
#include "core/jobs/parallel.h"

#include <xxhash.h>

#include <algorithm>
#include <array>
#include <functional>

namespace clicksieve {

namespace {

constexpr std::uint32_t kNone = EventIndex::kNone;
constexpr char kUnitSeparator = '\x1f';
/// In front of a recipient that is a key of the ESP's and no address.
constexpr char kKeyMark = '\x1e';

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
    if (record.identity != 0 && m_identity.empty())
        m_identity.assign(m_time.size() - 1, 0);
    if (record.identity != 0 || !m_identity.empty())
        m_identity.push_back(record.identity);
    std::string &campaign = dictionaries.m_scratch;
    campaign.assign(record.campaign);
    campaign += kUnitSeparator;
    campaign += record.campaignName;
    m_campaign.push_back(dictionaries.m_campaigns.intern(campaign));

    if (!m_pending)
        m_pending = std::make_unique<PendingTexts>();
    const std::string_view recipient = recipientText(record, dictionaries);
    const std::size_t bytes =
        recipient.size() + record.url.size() + record.address.size() + record.agent.size();
    if (!m_pending->hasRoom(bytes))
        lookUpPending(dictionaries);
    m_pending->reserve(bytes);
    m_pending->set(PendingTexts::Recipient, recipient, dictionaries.m_recipients);
    m_pending->set(PendingTexts::Url, record.url, dictionaries.m_urls);
    m_pending->set(PendingTexts::Address, record.address, dictionaries.m_addresses);
    m_pending->set(PendingTexts::Agent, record.agent, dictionaries.m_agents);
    m_pending->nextRecord();
    if (m_pending->isFull())
        lookUpPending(dictionaries);
}

void EventBlock::finish(WorkerDictionaries &dictionaries)
{
    if (m_pending)
        lookUpPending(dictionaries);
    m_pending.reset();
}

void EventBlock::lookUpPending(WorkerDictionaries &dictionaries)
{
    const std::size_t count = m_pending->size();
    std::array<std::uint32_t, PendingTexts::kRecords> ids;
    m_pending->lookUp(PendingTexts::Recipient, dictionaries.m_recipients, ids.data());
    m_recipient.insert(m_recipient.end(), ids.begin(), ids.begin() + count);
    m_pending->lookUp(PendingTexts::Url, dictionaries.m_urls, ids.data());
    m_url.insert(m_url.end(), ids.begin(), ids.begin() + count);

    std::array<std::uint32_t, PendingTexts::kRecords> agents;
    m_pending->lookUp(PendingTexts::Address, dictionaries.m_addresses, ids.data());
    m_pending->lookUp(PendingTexts::Agent, dictionaries.m_agents, agents.data());
    for (std::size_t i = 0; i < count; ++i)
        dictionaries.m_clients.prepare({ids[i], agents[i]});
    for (std::size_t i = 0; i < count; ++i) {
        const bool isSaid = ids[i] != kNone || agents[i] != kNone;
        m_client.push_back(isSaid ? dictionaries.m_clients.intern({ids[i], agents[i]}) : kNone);
    }
    m_pending->clear();
}

/// Under what the record's recipient is looked up: the address, or else the ESP's key for it, marked as one. May be a
/// view into the scratch text of @p dictionaries.
std::string_view EventBlock::recipientText(const EventRecord &record, WorkerDictionaries &dictionaries)
{
    if (record.recipientKey.empty())
        return record.recipient;
    std::string &text = dictionaries.m_scratch;
    if (record.recipient.empty()) {
        text.assign(1, kKeyMark);
        text += record.recipientKey;
        return text;
    }
    text.assign(record.recipientKey);
    text += kUnitSeparator;
    text += record.recipient;
    dictionaries.m_owners.intern(text);
    return record.recipient;
}

void EventBuilder::addSource(SourceInfo source, std::vector<EventBlock> blocks)
{
    m_sources.push_back(std::move(source));
    for (EventBlock &block : blocks) {
        block.finish(m_workers[block.m_worker]);
        m_blocks.push_back(std::move(block));
    }
    m_blocksEnd.push_back(m_blocks.size());
}

Result<std::shared_ptr<const EventTable>> EventBuilder::build(TimeMs sentAtForAll, JobContext &context)
{
    EventTable::Columns columns;
    EventTable::Dictionaries merged;
    std::vector<TimeMs> sentAt;
    dropDuplicates();
    findOwners();
    const std::array<std::function<void()>, 5> tasks = {
        [&] { mergeClients(columns, merged); },
        [&] { mergeRecipients(columns.recipient, merged.recipients); },
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
    std::vector<TimeMs> answers;
    for (const SourceInfo &source : m_sources)
        answers.push_back(source.sentAtAnswer);
    if (std::ranges::any_of(answers, [](TimeMs answer) { return answer != kNoTime; }))
        messages.addAnswers(columns.sourceEnd, answers);
    return std::make_shared<const EventTable>(std::move(columns), std::move(merged), std::move(m_sources),
                                              std::move(m_skipped), std::move(messages), std::move(m_totals));
}

/// Whose key it is, where a record of any source says so. Of two addresses with one key the first in the alphabet
/// counts, so that the result does not depend on which worker read which.
void EventBuilder::findOwners()
{
    for (const WorkerDictionaries &worker : m_workers) {
        for (const std::string_view pair : worker.m_owners.texts()) {
            const std::size_t separator = pair.find(kUnitSeparator);
            const std::string_view address = pair.substr(separator + 1);
            const auto [known, isNew] =
                m_ownerOfKey.try_emplace(std::string(pair.substr(0, separator)), address);
            if (!isNew && address < known->second)
                known->second = address;
        }
    }
}

/// Of events with one identity the first in the order of the sources stays; the others were told again: a retry, an
/// overlapping export, the same file twice. Where the identity is only the content, equal events of one source are all
/// real (a burst within a second): the n-th of a source is then the same as the n-th of another.
void EventBuilder::dropDuplicates()
{
    std::unordered_set<std::uint64_t> seen;
    std::size_t next = 0;
    for (std::size_t source = 0; source < m_sources.size(); ++source) {
        std::unordered_map<std::uint64_t, std::uint64_t> timesInSource;
        for (; next < m_blocksEnd[source]; ++next) {
            EventBlock &block = m_blocks[next];
            if (m_sources[source].mayOverlap) {
                for (std::uint64_t &identity : block.m_identity)
                    identity =
                        XXH3_64bits_withSeed(&identity, sizeof identity, timesInSource[identity]++) | 1U;
            }
            if (!block.m_identity.empty())
                m_sources[source].duplicateEvents += block.keepFirst(seen);
        }
    }
}

/// Takes out the events whose identity is in @p seen already and adds the others'; how many went.
std::size_t EventBlock::keepFirst(std::unordered_set<std::uint64_t> &seen)
{
    std::vector<bool> isKept;
    isKept.reserve(size());
    std::size_t gone = 0;
    for (const std::uint64_t identity : m_identity) {
        isKept.push_back(identity == 0 || seen.insert(identity).second);
        gone += isKept.back() ? 0U : 1U;
    }
    m_identity = {};
    if (gone == 0)
        return 0;
    const auto keep = [&](auto &column) {
        if (column.empty())
            return;
        std::size_t to = 0;
        for (std::size_t from = 0; from < isKept.size(); ++from) {
            if (isKept[from])
                column[to++] = column[from];
        }
        column.resize(to);
    };
    keep(m_sentAt);
    keep(m_time);
    keep(m_type);
    keep(m_flag);
    for (auto *column : {&m_row, &m_campaign, &m_recipient, &m_url, &m_client})
        keep(*column);
    return gone;
}

void EventBuilder::mergeRecipients(std::vector<std::uint32_t> &out, Dictionary &merged)
{
    mergeTexts(&EventBlock::m_recipient, &WorkerDictionaries::m_recipients, out, merged,
               [this](std::string_view text) -> std::string_view {
                   if (!text.starts_with(kKeyMark))
                       return text;
                   text.remove_prefix(1);
                   const auto owner = m_ownerOfKey.find(std::string(text));
                   return owner == m_ownerOfKey.end() ? text : std::string_view(owner->second);
               });
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
                              Dictionary &merged, const TextChange &change)
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
                known = merged.intern(change((m_workers[block.m_worker].*texts)[id]));
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
    PairDictionary clients;
    std::vector<std::vector<std::uint32_t>> newId;
    std::size_t events = 0;
    for (const WorkerDictionaries &worker : m_workers)
        newId.emplace_back(worker.m_clients.size(), kNone);
    for (const EventBlock &block : m_blocks)
        events += block.size();
    columns.client.reserve(events);
    for (const EventBlock &block : m_blocks) {
        const WorkerDictionaries &worker = m_workers[block.m_worker];
        for (const std::uint32_t id : block.m_client) {
            if (id == kNone) {
                columns.client.push_back(kNone);
                continue;
            }
            std::uint32_t &known = newId[block.m_worker][id];
            if (known == kNone) {
                const auto [address, agent] = worker.m_clients[id];
                known = clients.intern(
                    {address == kNone ? kNone : merged.addresses.intern(worker.m_addresses[address]),
                     agent == kNone ? kNone : merged.agents.intern(worker.m_agents[agent])});
            }
            columns.client.push_back(known);
        }
    }
    merged.clients = clients.pairs();
}

} // namespace clicksieve
