// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/events/event.h"
#include "core/events/index.h"
#include "core/events/rowtimes.h"

#include <cstdint>
#include <span>
#include <vector>

namespace clicksieve {

class JobContext;

/// The messages (one campaign to one recipient) that the events belong to, in order of campaign and then of
/// first appearance, and for each its opens and clicks in order of time. Immutable once built.
/// Events without a recipient belong to no message; a campaign's share of them is not counted as people.
class MessageTable {
public:
    /// What build() reads: columns of equal length; ids as in EventTable::Columns.
    struct Input {
        const RowTimes &time; ///< each event has one
        std::span<const EventType> type;
        std::span<const std::uint32_t> campaign;
        std::span<const std::uint32_t> recipient;
        const RowTimes &sentAt; ///< of the "sent at" column of the rows
        std::uint32_t campaigns = 0;
        std::uint32_t recipients = 0;
        TimeMs sentAtForAll = kNoTime; ///< the user's answer where the export has no send time
    };

    static MessageTable build(const Input &input, JobContext &context);
    /// Adds what the user said of single sources: a message that nothing tells the send time of gets the earliest answer
    /// among the sources that its events come from. @p sourceEnd: as in EventTable::Columns; @p answers: one for each,
    /// kNoTime for none.
    void addAnswers(std::span<const std::uint32_t> sourceEnd, std::span<const TimeMs> answers);

    [[nodiscard]] std::size_t size() const { return m_campaign.size(); }
    [[nodiscard]] CampaignIndex campaign(std::size_t message) const
    {
        return CampaignIndex{m_campaign[message]};
    }
    [[nodiscard]] RecipientIndex recipient(std::size_t message) const
    {
        return RecipientIndex{m_recipient[message]};
    }

    /// When the ESP handed it over: the first "sent" event, else the row's own sent-at column, else the campaign's (a
    /// row of kind "other" that tells a send time and no recipient tells it for all), else the user's.
    [[nodiscard]] TimeMs sentTime(std::size_t message) const { return m_sent[message]; }
    /// When the receiver accepted it: the first "delivered" event; kNoTime where the export has none.
    [[nodiscard]] TimeMs deliveredTime(std::size_t message) const { return m_delivered[message]; }
    /// True where the export has a "sent" (or "delivered") event of this message.
    [[nodiscard]] bool hasSentEvent(std::size_t message) const
    {
        return (m_marks[message] & kSentEvent) != 0;
    }
    [[nodiscard]] bool hasBounce(std::size_t message) const { return (m_marks[message] & kBounce) != 0; }

    /// Message of an event; none for events without a recipient.
    [[nodiscard]] MessageIndex messageOf(std::size_t event) const { return MessageIndex{m_messageOf[event]}; }
    /// True where each of the @p events events has a message.
    [[nodiscard]] bool hasEachOf(std::size_t events) const;
    /// The message's opens and clicks as event positions, by time, ties in file order.
    [[nodiscard]] std::span<const std::uint32_t> actions(std::size_t message) const
    {
        return {m_actions.data() + m_firstAction[message],
                m_firstAction[message + 1] - m_firstAction[message]};
    }
    /// All opens and clicks: those of message 0, of message 1, …, then those of no message (by time).
    [[nodiscard]] std::span<const std::uint32_t> allActions() const { return m_actions; }
    /// Where in allActions() the actions of @p message begin. Those of no message stand at message size(), so that
    /// firstAction(size() + 1) is the end of all.
    [[nodiscard]] std::uint32_t firstAction(std::size_t message) const { return m_firstAction[message]; }
    /// The messages of one campaign, as a half-open range.
    [[nodiscard]] std::pair<std::size_t, std::size_t> messagesOf(CampaignIndex campaign) const;

private:
    friend class TableStore; // as in EventTable
    struct Groups;

    void numberMessages(const Input &input, const Groups &byCampaign, JobContext &context);
    void makeRoom(std::size_t messages);
    void describeMessages(const Input &input, CampaignIndex campaign, std::span<const std::uint32_t> events);
    void note(std::size_t message, EventType type, TimeMs time);
    void placeActions(const Input &input, const Groups &byCampaign, JobContext &context);
    void placeActionsOfNoMessage(const Input &input);
    void orderActions(const Input &input, JobContext &context);

    static constexpr std::uint8_t kSentEvent = 1;
    static constexpr std::uint8_t kBounce = 2;

    std::vector<std::uint32_t> m_campaign;
    std::vector<std::uint32_t> m_recipient;
    std::vector<TimeMs> m_sent;
    std::vector<TimeMs> m_delivered;
    std::vector<std::uint8_t> m_marks;
    std::vector<std::uint32_t> m_messageOf;
    std::vector<std::uint32_t> m_actions;
    std::vector<std::uint32_t> m_firstAction;
    std::vector<std::uint32_t> m_firstMessage; ///< per campaign, and one past the last
};

} // namespace clicksieve
