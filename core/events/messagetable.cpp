// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/events/messagetable.h"

#include "core/jobs/jobcontext.h"
#include "core/jobs/parallel.h"

#include <algorithm>

namespace clicksieve {

namespace {

constexpr std::uint32_t kNone = MessageIndex::kNone;

TimeMs earlier(TimeMs one, TimeMs other)
{
    if (one == kNoTime || other == kNoTime)
        return one == kNoTime ? other : one;
    return std::min(one, other);
}

} // namespace

/// Positions grouped by a small key, in order within each group.
struct MessageTable::Groups {
    /// Counting sort; positions whose key is none are left out.
    Groups(std::span<const std::uint32_t> keys, std::uint32_t keyCount);

    [[nodiscard]] std::span<const std::uint32_t> of(std::size_t key) const
    {
        return {positions.data() + first[key], first[key + 1] - first[key]};
    }

    std::vector<std::uint32_t> first; ///< per key, and one past the last
    std::vector<std::uint32_t> positions;
};

MessageTable::Groups::Groups(std::span<const std::uint32_t> keys, std::uint32_t keyCount)
    : first(std::size_t{keyCount} + 1, 0)
{
    for (const std::uint32_t key : keys) {
        if (key != kNone)
            ++first[key + 1];
    }
    for (std::uint32_t key = 0; key < keyCount; ++key)
        first[key + 1] += first[key];
    positions.resize(first.back());
    std::vector<std::uint32_t> next(first.begin(), first.end() - 1);
    for (std::uint32_t position = 0; position < keys.size(); ++position) {
        if (keys[position] != kNone)
            positions[next[keys[position]]++] = position;
    }
}

MessageTable MessageTable::build(const Input &input, JobContext &context)
{
    MessageTable table;
    // Events of one campaign touch a small part of the recipients, so that what is noted of them stays in the cache.
    const Groups byCampaign(input.campaign, input.campaigns);
    table.numberMessages(input, byCampaign, context);
    table.makeRoom(table.m_firstMessage.back());
    parallelFor(context, input.campaigns, [&](std::size_t campaign, std::size_t) {
        table.describeMessages(input, CampaignIndex{campaign}, byCampaign.of(campaign));
    });
    table.placeActions(input, byCampaign, context);
    table.orderActions(input, context);
    return table;
}

/// Finds out which message of its campaign each event is of, and so how many messages each campaign has. The events'
/// numbers count from 0 in each campaign for now.
void MessageTable::numberMessages(const Input &input, const Groups &byCampaign, JobContext &context)
{
    m_messageOf.assign(input.type.size(), kNone);
    m_firstMessage.assign(std::size_t{input.campaigns} + 1, 0);
    /// Per recipient the number of its latest message among all that a worker has met.
    struct Met {
        std::vector<std::uint32_t> latest;
        std::uint32_t messages = 0;
    };
    std::vector<Met> metBy(static_cast<std::size_t>(context.threads()));
    parallelFor(context, input.campaigns, [&](std::size_t campaign, std::size_t worker) {
        Met &met = metBy[worker];
        met.latest.resize(input.recipients, kNone);
        const std::uint32_t before = met.messages;
        for (const std::uint32_t event : byCampaign.of(campaign)) {
            const std::uint32_t recipient = input.recipient[event];
            if (recipient == kNone)
                continue;
            std::uint32_t &number = met.latest[recipient];
            if (number == kNone || number < before)
                number = met.messages++;
            m_messageOf[event] = number - before;
        }
        m_firstMessage[campaign + 1] = met.messages - before;
    });
    for (std::size_t campaign = 0; campaign < input.campaigns; ++campaign)
        m_firstMessage[campaign + 1] += m_firstMessage[campaign];
}

void MessageTable::makeRoom(std::size_t messages)
{
    m_campaign.resize(messages);
    m_recipient.resize(messages);
    m_sent.assign(messages, kNoTime);
    m_delivered.assign(messages, kNoTime);
    m_marks.assign(messages, 0);
    m_firstAction.assign(messages + 2, 0);
}

/// Fills in the messages of @p campaign from its @p events, and counts the actions of each.
void MessageTable::describeMessages(const Input &input, CampaignIndex campaign,
                                    std::span<const std::uint32_t> events)
{
    const auto [first, last] = messagesOf(campaign);
    std::vector<TimeMs> sentColumn(input.sentAt.isEmpty() ? 0 : last - first, kNoTime);
    TimeMs campaignSentAt = kNoTime;
    for (const std::uint32_t event : events) {
        std::uint32_t &message = m_messageOf[event];
        if (message == kNone) {
            if (!input.sentAt.isEmpty() && input.type[event] == EventType::Other)
                campaignSentAt = earlier(campaignSentAt, input.sentAt[event]);
            continue;
        }
        if (!sentColumn.empty())
            sentColumn[message] = earlier(sentColumn[message], input.sentAt[event]);
        message += static_cast<std::uint32_t>(first);
        m_campaign[message] = campaign.value();
        m_recipient[message] = input.recipient[event];
        note(message, input.type[event], input.time[event]);
    }
    for (std::size_t message = first; message < last; ++message) {
        const TimeMs row = sentColumn.empty() ? kNoTime : sentColumn[message - first];
        for (const TimeMs known : {row, campaignSentAt, input.sentAtForAll}) {
            if (m_sent[message] == kNoTime)
                m_sent[message] = known;
        }
    }
}

void MessageTable::note(std::size_t message, EventType type, TimeMs time)
{
    switch (type) {
    case EventType::Sent:
        m_sent[message] = earlier(m_sent[message], time);
        m_marks[message] |= kSentEvent;
        break;
    case EventType::Delivered:
        m_delivered[message] = earlier(m_delivered[message], time);
        break;
    case EventType::Bounce:
        m_marks[message] |= kBounce;
        break;
    case EventType::Open:
    case EventType::Click:
        ++m_firstAction[message + 1];
        break;
    default:
        break;
    }
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

/// Actions by message, in file order; those of no message come last. @pre m_firstAction counts those of the message before
void MessageTable::placeActions(const Input &input, const Groups &byCampaign, JobContext &context)
{
    for (std::size_t message = 0; message < size(); ++message)
        m_firstAction[message + 1] += m_firstAction[message];
    placeActionsOfNoMessage(input);
    parallelFor(context, input.campaigns, [&](std::size_t campaign, std::size_t) {
        const auto [first, last] = messagesOf(CampaignIndex{campaign});
        std::vector<std::uint32_t> next(m_firstAction.begin() + static_cast<std::ptrdiff_t>(first),
                                        m_firstAction.begin() + static_cast<std::ptrdiff_t>(last));
        for (const std::uint32_t event : byCampaign.of(campaign)) {
            if (isAction(input.type[event]) && m_messageOf[event] != kNone)
                m_actions[next[m_messageOf[event] - first]++] = event;
        }
    });
}

/// Makes room for the others as well.
void MessageTable::placeActionsOfNoMessage(const Input &input)
{
    m_actions.resize(m_firstAction[size()]);
    for (std::uint32_t event = 0; event < input.type.size(); ++event) {
        if (m_messageOf[event] == kNone && isAction(input.type[event]))
            m_actions.push_back(event);
    }
    m_firstAction[size() + 1] = static_cast<std::uint32_t>(m_actions.size());
}

/// By time within each message, ties in file order.
void MessageTable::orderActions(const Input &input, JobContext &context)
{
    const std::size_t messages = size();
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
