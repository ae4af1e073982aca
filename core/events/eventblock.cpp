// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/events/eventblock.h"

#include "core/events/index.h"
#include "core/events/sametext.h"

#include <algorithm>

namespace clicksieve {

namespace {

constexpr std::uint32_t kNone = EventIndex::kNone;

} // namespace

void EventBlock::reserve(std::size_t events)
{
    m_time.reserve(events);
    m_type.reserve(events);
    for (auto *column : {&m_row, &m_campaign, &m_recipient, &m_url, &m_client})
        column->reserve(events);
}

std::uint32_t WorkerDictionaries::campaignOf(std::string_view id, std::string_view name)
{
    if (m_lastCampaign != kNone && isSameText(id, m_lastId) && isSameText(name, m_lastName))
        return m_lastCampaign;
    m_lastId.assign(id);
    m_lastName.assign(name);
    m_scratch.assign(id);
    m_scratch += kUnitSeparator;
    m_scratch += name;
    m_lastCampaign = m_campaigns.intern(m_scratch);
    return m_lastCampaign;
}

void EventBlock::append(const EventRecord &record, WorkerDictionaries &dictionaries)
{
    if (!m_pending)
        m_pending = std::make_unique<PendingEvents>(m_lasting);
    PendingTexts &texts = m_pending->texts;
    const std::string_view recipient = recipientText(record, dictionaries);
    const std::size_t bytes =
        recipient.size() + record.url.size() + record.address.size() + record.agent.size();
    if (!texts.hasRoom(bytes))
        storePending(dictionaries);
    texts.reserve(bytes);
    texts.set(PendingTexts::Recipient, recipient, dictionaries.m_recipients);
    texts.set(PendingTexts::Url, record.url, dictionaries.m_urls);
    texts.set(PendingTexts::Address, record.address, dictionaries.m_addresses);
    texts.set(PendingTexts::Agent, record.agent, dictionaries.m_agents);

    const std::size_t place = texts.size();
    m_pending->time[place] = record.time;
    m_pending->sentAt[place] = record.sentAt;
    m_pending->identity[place] = record.identity;
    m_pending->type[place] = record.type;
    m_pending->flag[place] = record.flag;
    m_pending->row[place] = record.row;
    m_pending->campaign[place] = dictionaries.campaignOf(record.campaign, record.campaignName);
    texts.nextRecord();
    if (texts.isFull())
        storePending(dictionaries);
}

void EventBlock::finish(WorkerDictionaries &dictionaries)
{
    if (m_pending)
        storePending(dictionaries);
    m_pending.reset();
    m_lasting = {};
}

void EventBlock::storePending(WorkerDictionaries &dictionaries)
{
    const std::size_t count = m_pending->texts.size();
    const auto store = [count](auto &column, const auto &values) {
        column.insert(column.end(), values.begin(), values.begin() + count);
    };
    const auto storeRare = [&](auto &column, const auto &values, auto nothing) {
        if (column.empty() && std::all_of(values.begin(), values.begin() + count, [&](auto value) {
                return value == nothing;
            }))
            return;
        column.resize(size(), nothing);
        store(column, values);
    };
    storeRare(m_sentAt, m_pending->sentAt, kNoTime);
    storeRare(m_identity, m_pending->identity, std::uint64_t{0});
    storeRare(m_flag, m_pending->flag, MachineFlag::Unknown);
    store(m_time, m_pending->time);
    store(m_type, m_pending->type);
    store(m_row, m_pending->row);
    store(m_campaign, m_pending->campaign);
    storePendingTexts(dictionaries);
}

void EventBlock::storePendingTexts(WorkerDictionaries &dictionaries)
{
    PendingTexts &texts = m_pending->texts;
    const std::size_t count = texts.size();
    PendingEvents::Column<std::uint32_t> ids;
    texts.lookUp(PendingTexts::Recipient, dictionaries.m_recipients, ids.data());
    m_recipient.insert(m_recipient.end(), ids.begin(), ids.begin() + count);
    texts.lookUp(PendingTexts::Url, dictionaries.m_urls, ids.data());
    m_url.insert(m_url.end(), ids.begin(), ids.begin() + count);

    PendingEvents::Column<std::uint32_t> agents;
    texts.lookUp(PendingTexts::Address, dictionaries.m_addresses, ids.data());
    texts.lookUp(PendingTexts::Agent, dictionaries.m_agents, agents.data());
    for (std::size_t i = 0; i < count; ++i)
        dictionaries.m_clients.prepare({ids[i], agents[i]});
    for (std::size_t i = 0; i < count; ++i) {
        const bool isSaid = ids[i] != kNone || agents[i] != kNone;
        ids[i] = isSaid ? dictionaries.m_clients.intern({ids[i], agents[i]}) : kNone;
    }
    m_client.insert(m_client.end(), ids.begin(), ids.begin() + count);
    texts.clear();
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

} // namespace clicksieve
