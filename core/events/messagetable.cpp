// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/events/messagetable.h"

#include "core/jobs/jobcontext.h"
#include "core/jobs/parallel.h"

#include <algorithm>

namespace clicksieve {

namespace {

constexpr std::uint32_t kNone = MessageIndex::kNone;

/// Positions grouped by a small key, in order within each group.
struct Groups {
    std::vector<std::uint32_t> first; ///< per key, and one past the last
    std::vector<std::uint32_t> positions;

    [[nodiscard]] std::span<const std::uint32_t> of(std::size_t key) const
    {
        return {positions.data() + first[key], first[key + 1] - first[key]};
    }
};

/// Counting sort; positions whose key is none are left out.
Groups groupBy(std::span<const std::uint32_t> keys, std::uint32_t keyCount)
{
    Groups groups;
    groups.first.assign(std::size_t{keyCount} + 1, 0);
    for (const std::uint32_t key : keys) {
        if (key != kNone)
            ++groups.first[key + 1];
    }
    for (std::uint32_t key = 0; key < keyCount; ++key)
        groups.first[key + 1] += groups.first[key];
    groups.positions.resize(groups.first.back());
    std::vector<std::uint32_t> next(groups.first.begin(), groups.first.end() - 1);
    for (std::uint32_t position = 0; position < keys.size(); ++position) {
        if (keys[position] != kNone)
            groups.positions[next[keys[position]]++] = position;
    }
    return groups;
}

TimeMs earlier(TimeMs one, TimeMs other)
{
    if (one == kNoTime || other == kNoTime)
        return one == kNoTime ? other : one;
    return std::min(one, other);
}

} // namespace

MessageTable MessageTable::build(const Input &input, JobContext &context)
{
    MessageTable table;
    const std::size_t events = input.type.size();
    // Events of one campaign touch a small part of the recipients, so that the slots stay in the cache.
    const Groups byCampaign = groupBy(input.campaign, input.campaigns);

    table.m_messageOf.assign(events, kNone);
    table.m_firstMessage.reserve(std::size_t{input.campaigns} + 1);
    std::vector<std::uint32_t> slot(input.recipients, kNone);
    std::vector<TimeMs> sentColumn;
    for (std::uint32_t campaign = 0; campaign < input.campaigns; ++campaign) {
        const auto firstMessage = static_cast<std::uint32_t>(table.m_campaign.size());
        table.m_firstMessage.push_back(firstMessage);
        TimeMs campaignSentAt = kNoTime;
        for (const std::uint32_t event : byCampaign.of(campaign)) {
            const std::uint32_t recipient = input.recipient[event];
            if (recipient == kNone) {
                if (!input.sentAt.isEmpty() && input.type[event] == EventType::Other)
                    campaignSentAt = earlier(campaignSentAt, input.sentAt[event]);
                continue;
            }
            std::uint32_t message = slot[recipient];
            if (message == kNone || message < firstMessage) {
                message = static_cast<std::uint32_t>(table.m_campaign.size());
                slot[recipient] = message;
                table.m_campaign.push_back(campaign);
                table.m_recipient.push_back(recipient);
                table.m_sent.push_back(kNoTime);
                table.m_delivered.push_back(kNoTime);
                table.m_marks.push_back(0);
                sentColumn.push_back(kNoTime);
            }
            table.m_messageOf[event] = message;
            switch (input.type[event]) {
            case EventType::Sent:
                table.m_sent[message] = earlier(table.m_sent[message], input.time[event]);
                table.m_marks[message] |= kSentEvent;
                break;
            case EventType::Delivered:
                table.m_delivered[message] = earlier(table.m_delivered[message], input.time[event]);
                break;
            case EventType::Bounce:
                table.m_marks[message] |= kBounce;
                break;
            default:
                break;
            }
            if (!input.sentAt.isEmpty())
                sentColumn[message] = earlier(sentColumn[message], input.sentAt[event]);
        }
        if (campaignSentAt != kNoTime)
            std::replace(sentColumn.begin() + firstMessage, sentColumn.end(), kNoTime, campaignSentAt);
        if (context.stopRequested())
            break;
    }
    table.m_firstMessage.resize(std::size_t{input.campaigns} + 1, static_cast<std::uint32_t>(table.size()));

    for (std::size_t message = 0; message < table.size(); ++message) {
        if (table.m_sent[message] == kNoTime)
            table.m_sent[message] = sentColumn[message];
        if (table.m_sent[message] == kNoTime)
            table.m_sent[message] = input.sentAtForAll;
    }
    table.orderActions(input, context);
    return table;
}

void MessageTable::addAnswers(std::span<const std::uint32_t> sourceEnd, std::span<const TimeMs> answers)
{
    std::vector<bool> isOpen(size());
    for (std::size_t message = 0; message < size(); ++message)
        isOpen[message] = m_sent[message] == kNoTime;
    std::uint32_t event = 0;
    for (std::size_t source = 0; source < sourceEnd.size(); ++source) {
        for (; event < sourceEnd[source]; ++event) {
            const std::uint32_t message = m_messageOf[event];
            if (message != kNone && isOpen[message])
                m_sent[message] = earlier(m_sent[message], answers[source]);
        }
    }
}

/// Actions by message, and by time within each; those of no message come last.
void MessageTable::orderActions(const Input &input, JobContext &context)
{
    const std::size_t messages = size();
    m_firstAction.assign(messages + 2, 0);
    const auto keyOf = [&](std::size_t event) {
        return m_messageOf[event] == kNone ? messages : std::size_t{m_messageOf[event]};
    };
    for (std::size_t event = 0; event < input.type.size(); ++event) {
        if (isAction(input.type[event]))
            ++m_firstAction[keyOf(event) + 1];
    }
    for (std::size_t message = 0; message <= messages; ++message)
        m_firstAction[message + 1] += m_firstAction[message];
    m_actions.resize(m_firstAction.back());
    std::vector<std::uint32_t> next(m_firstAction.begin(), m_firstAction.end() - 1);
    for (std::size_t event = 0; event < input.type.size(); ++event) {
        if (isAction(input.type[event]))
            m_actions[next[keyOf(event)]++] = static_cast<std::uint32_t>(event);
    }

    constexpr std::size_t kBatch = 16'384;
    parallelFor(context, messages / kBatch + 1, [&](std::size_t batch, std::size_t) {
        const auto byTime = [&](std::uint32_t one, std::uint32_t other) {
            return input.time[one] != input.time[other] ? input.time[one] < input.time[other] : one < other;
        };
        for (std::size_t message = batch * kBatch; message <= std::min(messages, (batch + 1) * kBatch - 1);
             ++message) {
            std::sort(m_actions.begin() + m_firstAction[message],
                      m_actions.begin() + m_firstAction[message + 1], byTime);
        }
    });
}

bool MessageTable::hasEachOf(std::size_t events) const
{
    return m_messageOf.size() == events
           && std::ranges::none_of(m_messageOf, [](std::uint32_t message) { return message == kNone; });
}

std::pair<std::size_t, std::size_t> MessageTable::messagesOf(CampaignIndex campaign) const
{
    return {m_firstMessage[campaign.value()], m_firstMessage[campaign.value() + 1]};
}

} // namespace clicksieve
