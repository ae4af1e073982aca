// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/events/eventbuilder.h"

#include "core/events/firstofequals.h"
#include "core/jobs/jobcontext.h"
#include "core/jobs/parallel.h"

#include <xxhash.h>

#include <algorithm>
#include <array>
#include <functional>

namespace clicksieve {

namespace {

constexpr std::uint32_t kNone = EventIndex::kNone;

template <typename Value>
void append(std::vector<Value> &column, const std::vector<Value> &values)
{
    column.insert(column.end(), values.begin(), values.end());
}

/// A column that is empty until the first event that says something; so is that of a block. @p room: for events in all.
template <typename Value>
void appendRare(std::vector<Value> &column, const std::vector<Value> &values, std::size_t before,
                std::size_t after, std::size_t room)
{
    if (column.empty() && values.empty())
        return;
    column.reserve(room);
    column.resize(before);
    append(column, values);
    column.resize(after);
}

} // namespace

void EventBuilder::reserve(std::size_t events)
{
    m_room = size() + events;
    m_columns.time.reserve(m_room);
    m_columns.type.reserve(m_room);
    m_columns.row.reserve(m_room);
    for (auto *column : {&m_columns.campaign, &m_columns.recipient, &m_columns.url, &m_columns.client})
        column->reserve(m_room);
    m_sentAt.reserve(m_room);
}

void EventBuilder::add(EventBlock block)
{
    block.finish(m_workers[block.m_worker]);
    const std::size_t before = size();
    const std::size_t after = before + block.size();
    m_columns.time.append(block.m_time, before, block.size());
    append(m_columns.type, block.m_type);
    appendRare(m_columns.flag, block.m_flag, before, after, m_room);
    append(m_columns.campaign, block.m_campaign);
    append(m_columns.recipient, block.m_recipient);
    append(m_columns.url, block.m_url);
    append(m_columns.client, block.m_client);
    m_columns.row.append(block.m_row, block.m_rows);
    m_sentAt.append(block.m_sentAt, before, block.size());
    appendRare(m_identity, block.m_identity, before, after, m_room);
    m_stretches.push_back({block.m_worker, after});
}

void EventBuilder::endSource(SourceInfo source)
{
    m_sources.push_back(std::move(source));
    m_columns.sourceEnd.push_back(static_cast<std::uint32_t>(size()));
    m_columns.row.endSource();
}

void EventBuilder::addSource(SourceInfo source, std::vector<EventBlock> blocks)
{
    for (EventBlock &block : blocks)
        add(std::move(block));
    endSource(std::move(source));
}

Result<std::shared_ptr<const EventTable>> EventBuilder::build(TimeMs sentAtForAll, JobContext &context)
{
    EventTable::Dictionaries merged;
    dropDuplicates(context);
    findOwners();
    const std::array<std::function<void()>, 4> tasks = {
        [&] { mergeClients(merged); },
        [&] { mergeRecipients(merged.recipients); },
        [&] { mergeTexts(m_columns.url, &WorkerDictionaries::m_urls, merged.urls); },
        [&] { mergeCampaigns(merged); },
    };
    parallelFor(context, tasks.size(), [&](std::size_t task, std::size_t) { tasks[task](); });
    m_workers.clear();
    if (context.stopRequested())
        return Error{Error::Kind::Cancelled, QStringLiteral("Stopped.")};

    MessageTable messages =
        MessageTable::build({m_columns.time, m_columns.type, m_columns.campaign, m_columns.recipient,
                             m_sentAt, merged.campaigns.size(), merged.recipients.size(), sentAtForAll},
                            context);
    m_sentAt = {};
    if (context.stopRequested())
        return Error{Error::Kind::Cancelled, QStringLiteral("Stopped.")};
    std::vector<TimeMs> answers;
    for (const SourceInfo &source : m_sources)
        answers.push_back(source.sentAtAnswer);
    if (std::ranges::any_of(answers, [](TimeMs answer) { return answer != kNoTime; }))
        messages.addAnswers(m_columns.sourceEnd, answers);
    auto table = std::make_shared<const EventTable>(std::move(m_columns), std::move(merged),
                                                    std::move(m_sources), std::move(m_skipped),
                                                    std::move(messages), std::move(m_totals), context);
    if (context.stopRequested())
        return Error{Error::Kind::Cancelled, QStringLiteral("Stopped.")};
    return table;
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

/// Where the identity is only the content, equal events of one source are all real (a burst within a second): the n-th
/// of a source is then the same as the n-th of another.
void EventBuilder::numberEqualContents()
{
    std::size_t event = 0;
    for (std::size_t source = 0; source < m_sources.size(); ++source) {
        const std::size_t end = m_columns.sourceEnd[source];
        std::unordered_map<std::uint64_t, std::uint64_t> timesInSource;
        for (; m_sources[source].mayOverlap && event < end; ++event) {
            std::uint64_t &identity = m_identity[event];
            if (identity != 0)
                identity = XXH3_64bits_withSeed(&identity, sizeof identity, timesInSource[identity]++) | 1U;
        }
        event = end;
    }
}

/// Of events with one identity the first in the order of the sources stays; the others were told again: a retry, an
/// overlapping export, the same file twice.
void EventBuilder::dropDuplicates(JobContext &context)
{
    if (m_identity.empty())
        return;
    numberEqualContents();
    const std::vector<std::uint8_t> isKept = firstOfEquals(m_identity, context);
    for (std::size_t source = 0; source < m_sources.size(); ++source) {
        const std::size_t begin = source == 0 ? 0 : m_columns.sourceEnd[source - 1];
        m_sources[source].duplicateEvents += static_cast<std::uint64_t>(
            std::count(isKept.begin() + static_cast<std::ptrdiff_t>(begin),
                       isKept.begin() + static_cast<std::ptrdiff_t>(m_columns.sourceEnd[source]), 0));
    }
    m_identity = {};
    keepOnly(isKept);
}

void EventBuilder::keepOnly(const std::vector<std::uint8_t> &isKept)
{
    if (std::ranges::find(isKept, 0) == isKept.end())
        return;
    std::vector<std::uint32_t> keptBefore{0};
    keptBefore.reserve(isKept.size() + 1);
    for (const std::uint8_t kept : isKept)
        keptBefore.push_back(keptBefore.back() + kept);
    for (Stretch &stretch : m_stretches)
        stretch.end = keptBefore[stretch.end];
    for (std::uint32_t &end : m_columns.sourceEnd)
        end = keptBefore[end];
    const auto keep = [&](auto &column) {
        if (column.empty())
            return;
        for (std::size_t from = 0; from < isKept.size(); ++from) {
            if (isKept[from] != 0)
                column[keptBefore[from]] = column[from];
        }
        column.resize(keptBefore.back());
    };
    m_sentAt.keepOnly(isKept);
    m_columns.time.keepOnly(isKept);
    m_columns.row.keepOnly(isKept);
    keep(m_columns.type);
    keep(m_columns.flag);
    for (auto *column : {&m_columns.campaign, &m_columns.recipient, &m_columns.url, &m_columns.client})
        keep(*column);
}

/// Replaces each worker's ids in @p column by what number(worker, id) says, which is asked once for each, in order of
/// first appearance. idCount(worker): how many ids a worker has given.
template <typename IdCount, typename Number>
void EventBuilder::renumber(std::vector<std::uint32_t> &column, IdCount idCount, Number number) const
{
    std::vector<std::vector<std::uint32_t>> newIds;
    for (const WorkerDictionaries &worker : m_workers)
        newIds.emplace_back(idCount(worker), kNone);
    std::size_t event = 0;
    for (const Stretch &stretch : m_stretches) {
        const WorkerDictionaries &worker = m_workers[stretch.worker];
        std::vector<std::uint32_t> &newId = newIds[stretch.worker];
        for (; event < stretch.end; ++event) {
            const std::uint32_t id = column[event];
            if (id == kNone)
                continue;
            if (newId[id] == kNone)
                newId[id] = number(worker, id);
            column[event] = newId[id];
        }
    }
}

void EventBuilder::mergeTexts(std::vector<std::uint32_t> &column, Dictionary WorkerDictionaries::*texts,
                              Dictionary &merged, const TextChange &change) const
{
    std::uint32_t most = 0; // of a worker: most workers have met the same texts
    for (const WorkerDictionaries &worker : m_workers)
        most = std::max(most, (worker.*texts).size());
    merged.reserve(most);
    renumber(
        column, [&](const WorkerDictionaries &worker) { return (worker.*texts).size(); },
        [&](const WorkerDictionaries &worker, std::uint32_t id) {
            return merged.intern(change((worker.*texts)[id]));
        });
}

void EventBuilder::mergeRecipients(Dictionary &merged)
{
    mergeTexts(m_columns.recipient, &WorkerDictionaries::m_recipients, merged,
               [this](std::string_view text) -> std::string_view {
                   if (!text.starts_with(kKeyMark))
                       return text;
                   text.remove_prefix(1);
                   const auto owner = m_ownerOfKey.find(std::string(text));
                   return owner == m_ownerOfKey.end() ? text : std::string_view(owner->second);
               });
}

void EventBuilder::mergeCampaigns(EventTable::Dictionaries &merged)
{
    renumber(
        m_columns.campaign, [](const WorkerDictionaries &worker) { return worker.m_campaigns.size(); },
        [&](const WorkerDictionaries &worker, std::uint32_t id) {
            const std::string_view key = worker.m_campaigns[id];
            const auto separator = key.find(kUnitSeparator);
            const std::uint32_t campaign = merged.campaigns.intern(key.substr(0, separator));
            merged.campaignNames.resize(merged.campaigns.size());
            if (merged.campaignNames[campaign].empty())
                merged.campaignNames[campaign] = key.substr(separator + 1);
            return campaign;
        });
}

/// Many clients share an address, and more an agent, so that each text of a worker is looked up once and not for each of
/// its clients.
void EventBuilder::mergeClients(EventTable::Dictionaries &merged)
{
    struct NewIds {
        std::vector<std::uint32_t> addresses;
        std::vector<std::uint32_t> agents;
    };
    std::vector<NewIds> newIds;
    std::uint32_t mostAddresses = 0;
    std::uint32_t mostClients = 0;
    for (const WorkerDictionaries &worker : m_workers) {
        newIds.push_back({std::vector<std::uint32_t>(worker.m_addresses.size(), kNone),
                          std::vector<std::uint32_t>(worker.m_agents.size(), kNone)});
        mostAddresses = std::max(mostAddresses, worker.m_addresses.size());
        mostClients = std::max(mostClients, worker.m_clients.size());
    }
    merged.addresses.reserve(mostAddresses);
    const auto numberOf = [](std::uint32_t id, std::vector<std::uint32_t> &known, const Dictionary &texts,
                             Dictionary &into) {
        if (id != kNone && known[id] == kNone)
            known[id] = into.intern(texts[id]);
        return id == kNone ? kNone : known[id];
    };
    PairDictionary clients;
    clients.reserve(mostClients);
    renumber(
        m_columns.client, [](const WorkerDictionaries &worker) { return worker.m_clients.size(); },
        [&](const WorkerDictionaries &worker, std::uint32_t id) {
            const auto [address, agent] = worker.m_clients[id];
            NewIds &known = newIds[static_cast<std::size_t>(&worker - m_workers.data())];
            return clients.intern({numberOf(address, known.addresses, worker.m_addresses, merged.addresses),
                                   numberOf(agent, known.agents, worker.m_agents, merged.agents)});
        });
    merged.clients = clients.takePairs();
}

} // namespace clicksieve
