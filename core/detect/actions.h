// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/clientfacts.h"
#include "core/detect/userlists.h"
#include "core/events/eventtable.h"

#include <cstdint>
#include <span>
#include <vector>

namespace clicksieve {

class JobContext;

/// The opens and clicks as the sweeps read them: columns in the order of MessageTable::allActions(), so that a
/// message is a stretch of neighbours in order of time. Immutable after construction; refers to the table.
class Actions {
public:
    Actions(const EventTable &table, JobContext &context, UserLists lists = {});

    [[nodiscard]] std::size_t size() const { return m_isClick.size(); }
    [[nodiscard]] TimeMs time(std::size_t action) const { return m_time[action]; }
    [[nodiscard]] bool isClick(std::size_t action) const { return m_isClick[action] != 0; }
    [[nodiscard]] EventType type(std::size_t action) const
    {
        return isClick(action) ? EventType::Click : EventType::Open;
    }
    [[nodiscard]] std::uint32_t link(std::size_t action) const
    {
        return m_link[action];
    } ///< LinkIndex::kNone for opens
    [[nodiscard]] ClientIndex client(std::size_t action) const { return ClientIndex{m_client[action]}; }
    [[nodiscard]] MachineFlag flag(std::size_t action) const { return m_table.flag(event(action)); }
    [[nodiscard]] std::size_t event(std::size_t action) const
    {
        return m_table.messages().allActions()[action];
    }
    /// Where the event stands among the actions. @pre the event is an open or a click
    [[nodiscard]] std::size_t actionOf(std::size_t event) const;

    /// The message's stretch of actions, [first, last). The actions of no message stand at messages().size().
    [[nodiscard]] std::pair<std::size_t, std::size_t> ofMessage(std::size_t message) const
    {
        return {m_table.messages().firstAction(message), m_table.messages().firstAction(message + 1)};
    }
    /// Message of an action; none for the actions of no message.
    [[nodiscard]] MessageIndex message(std::size_t action) const { return m_table.message(event(action)); }
    /// Ms since the message was delivered (handed over, where delivery is not known); kNoTime for neither.
    [[nodiscard]] TimeMs sinceDelivery(std::size_t message, std::size_t action) const
    {
        const MessageTable &messages = m_table.messages();
        if (message >= messages.size())
            return kNoTime;
        const TimeMs delivered = messages.deliveredTime(message);
        const TimeMs from = delivered != kNoTime ? delivered : messages.sentTime(message);
        return from == kNoTime ? kNoTime : m_time[action] - from;
    }
    /// How many different links the campaign's clicks went to.
    [[nodiscard]] std::uint32_t linksOf(CampaignIndex campaign) const
    {
        return m_linksOfCampaign[campaign.value()];
    }

    /// True for a link that people cannot see, by the user's word.
    [[nodiscard]] bool isHidden(std::uint32_t link) const
    {
        return link < m_hiddenLinks.size() && m_hiddenLinks[link] != 0;
    }
    [[nodiscard]] const UserLists &lists() const { return m_lists; }

    [[nodiscard]] const EventTable &table() const { return m_table; }
    [[nodiscard]] const ClientFacts &clients() const { return m_clients; }

private:
    void countLinks(JobContext &context);

    const EventTable &m_table;
    UserLists m_lists;
    ClientFacts m_clients;
    TimeColumn m_time;
    std::vector<std::uint32_t> m_link;
    std::vector<std::uint32_t> m_client;
    std::vector<std::uint8_t> m_isClick;
    std::vector<std::uint32_t> m_linksOfCampaign;
    std::vector<std::uint8_t> m_hiddenLinks; ///< per link; empty where the user named none
};

/// Per link, 1 where @p hidden names it: as the export has it, without what only names the recipient, or up to its first
/// "?". Empty where @p hidden is.
[[nodiscard]] std::vector<std::uint8_t> hiddenLinks(const EventTable &table,
                                                    const std::vector<std::string> &hidden);

} // namespace clicksieve
