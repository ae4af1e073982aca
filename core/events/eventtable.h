// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/events/dictionary.h"
#include "core/events/event.h"
#include "core/events/index.h"
#include "core/events/messagetable.h"
#include "core/events/rownumbers.h"
#include "core/events/rowtimes.h"
#include "core/events/sourceinfo.h"
#include "core/events/timecolumn.h"
#include "core/events/totals.h"

#include <string>
#include <string_view>
#include <vector>

namespace clicksieve {

class JobContext;

/// All events of an analysis, column by column, in the order of the sources and of the rows in them.
/// Immutable once built, so any number of threads may read it. Text is dictionary-coded; a none index
/// means that the export does not say. What follows from other columns is not kept: 18 to 36 bytes an event plus the
/// dictionaries and the messages.
class EventTable {
public:
    /// The columns as a builder fills them; all of one length. Dictionary ids, Index::kNone for "not said".
    struct Columns {
        RowTimes time; ///< never kNoTime: rows without a time are rejected
        std::vector<EventType> type;
        std::vector<MachineFlag> flag; ///< empty where no export says anything
        std::vector<std::uint32_t> campaign;
        std::vector<std::uint32_t> recipient;
        std::vector<std::uint32_t> url;
        std::vector<std::uint32_t> client;
        RowNumbers row;
        std::vector<std::uint32_t> sourceEnd; ///< per source: one past its last event
    };
    struct Dictionaries {
        Dictionary campaigns;  ///< the ESP's id of the campaign (its name where it has no id)
        Dictionary recipients; ///< e-mail addresses in lower case, or the ESP's stand-in
        Dictionary urls;
        Dictionary addresses;
        Dictionary agents;
        std::vector<std::pair<std::uint32_t, std::uint32_t>> clients; ///< address id, agent id
        std::vector<std::string> campaignNames; ///< by campaign id; empty where the ESP has none
    };

    EventTable(Columns columns, Dictionaries dictionaries, std::vector<SourceInfo> sources,
               std::vector<SkippedFile> skipped, MessageTable messages, Totals totals, JobContext &context);

    [[nodiscard]] std::size_t size() const { return m_type.size(); }

    [[nodiscard]] TimeMs time(std::size_t event) const { return m_time[event]; }
    [[nodiscard]] const TimeColumn &times() const { return m_time; }
    [[nodiscard]] EventType type(std::size_t event) const { return m_type[event]; }
    /// Has the processor fetch the type of @p event, for a look at it a little later.
    void prepareType(std::size_t event) const { __builtin_prefetch(&m_type[event]); }
    [[nodiscard]] MachineFlag flag(std::size_t event) const
    {
        return m_flag.empty() ? MachineFlag::Unknown : m_flag[event];
    }
    [[nodiscard]] CampaignIndex campaign(std::size_t event) const
    {
        return m_campaign.empty() ? m_messages.campaign(message(event).value())
                                  : CampaignIndex{m_campaign[event]};
    }
    [[nodiscard]] RecipientIndex recipient(std::size_t event) const
    {
        const MessageIndex of = message(event);
        return of.isNone() ? RecipientIndex{} : m_messages.recipient(of.value());
    }
    [[nodiscard]] UrlIndex url(std::size_t event) const { return UrlIndex{m_url[event]}; }
    [[nodiscard]] ClientIndex client(std::size_t event) const { return ClientIndex{m_client[event]}; }
    /// 1-based number of its record in its source.
    [[nodiscard]] std::uint32_t row(std::size_t event) const { return m_row[event]; }
    [[nodiscard]] SourceIndex source(std::size_t event) const;
    [[nodiscard]] MessageIndex message(std::size_t event) const { return m_messages.messageOf(event); }

    [[nodiscard]] DomainIndex domainOf(RecipientIndex recipient) const
    {
        return recipient.isNone() ? DomainIndex{} : DomainIndex{m_domainOfRecipient[recipient.value()]};
    }
    [[nodiscard]] LinkIndex linkOf(UrlIndex url) const
    {
        return url.isNone() ? LinkIndex{} : LinkIndex{m_linkOfUrl[url.value()]};
    }
    [[nodiscard]] AddressIndex addressOf(ClientIndex client) const
    {
        return client.isNone() ? AddressIndex{} : AddressIndex{m_dictionaries.clients[client.value()].first};
    }
    [[nodiscard]] AgentIndex agentOf(ClientIndex client) const
    {
        return client.isNone() ? AgentIndex{} : AgentIndex{m_dictionaries.clients[client.value()].second};
    }
    /// Milliseconds since the message's send time; kNoTime where that is not known.
    [[nodiscard]] TimeMs sinceSend(std::size_t event) const
    {
        const MessageIndex of = message(event);
        if (of.isNone() || m_messages.sentTime(of.value()) == kNoTime)
            return kNoTime;
        return m_time[event] - m_messages.sentTime(of.value());
    }

    /// Texts; empty for a none index.
    [[nodiscard]] std::string_view campaignId(CampaignIndex campaign) const;
    /// What to show for a campaign: its name, or else its id; "(no campaign)" for none and for an empty id.
    [[nodiscard]] std::string_view campaignName(CampaignIndex campaign) const;
    [[nodiscard]] std::string_view recipientText(RecipientIndex recipient) const;
    [[nodiscard]] std::string_view domainText(DomainIndex domain) const;
    [[nodiscard]] std::string_view urlText(UrlIndex url) const;
    [[nodiscard]] std::string_view linkText(LinkIndex link) const;
    [[nodiscard]] std::string_view addressText(ClientIndex client) const;
    [[nodiscard]] std::string_view agentText(ClientIndex client) const;

    [[nodiscard]] std::uint32_t campaignCount() const { return m_dictionaries.campaigns.size(); }
    [[nodiscard]] std::uint32_t recipientCount() const { return m_dictionaries.recipients.size(); }
    [[nodiscard]] std::uint32_t domainCount() const { return m_domains.size(); }
    [[nodiscard]] std::uint32_t urlCount() const { return m_dictionaries.urls.size(); }
    [[nodiscard]] std::uint32_t linkCount() const { return m_links.size(); }
    [[nodiscard]] std::uint32_t clientCount() const
    {
        return static_cast<std::uint32_t>(m_dictionaries.clients.size());
    }
    [[nodiscard]] const Dictionary &addresses() const { return m_dictionaries.addresses; }
    [[nodiscard]] const Dictionary &agents() const { return m_dictionaries.agents; }
    /// The domain with that text, or none.
    [[nodiscard]] DomainIndex findDomain(std::string_view domain) const;
    /// The link with that text, or none.
    [[nodiscard]] LinkIndex findLink(std::string_view link) const;
    /// The recipient with that address (in lower case) or stand-in, or none.
    [[nodiscard]] RecipientIndex findRecipient(std::string_view recipient) const;
    /// The campaign with that id, or none.
    [[nodiscard]] CampaignIndex findCampaign(std::string_view id) const;

    [[nodiscard]] const std::vector<SourceInfo> &sources() const { return m_sources; }
    /// Files of archives and folders that hold no events that could be read.
    [[nodiscard]] const std::vector<SkippedFile> &skippedFiles() const { return m_skipped; }
    /// The events of one source, as a half-open range of event positions.
    [[nodiscard]] std::pair<std::size_t, std::size_t> eventsOf(SourceIndex source) const;
    /// What exports without event times say; in no event and no message of this table.
    [[nodiscard]] const Totals &totals() const { return m_totals; }
    /// True where every source that was read is an export of totals.
    [[nodiscard]] bool isTotalsOnly() const;
    [[nodiscard]] const MessageTable &messages() const { return m_messages; }

    /// True where at least one source carries the column.
    [[nodiscard]] SourceColumns knownColumns() const;
    /// The coarsest resolution among the sources.
    [[nodiscard]] TimeResolution coarsestResolution() const;

private:
    friend class TableStore; // puts it into a workspace and takes it out again, column by column
    EventTable() = default;

    void findDomains();

    TimeColumn m_time;
    std::vector<EventType> m_type;
    std::vector<MachineFlag> m_flag;       ///< empty where no export says anything
    std::vector<std::uint32_t> m_campaign; ///< empty where every event has a message, which tells it
    std::vector<std::uint32_t> m_url;
    std::vector<std::uint32_t> m_client;
    RowNumbers m_row;
    std::vector<std::uint32_t> m_sourceEnd;
    Dictionaries m_dictionaries;
    std::vector<SourceInfo> m_sources;
    std::vector<SkippedFile> m_skipped;
    MessageTable m_messages;
    Totals m_totals;
    Dictionary m_domains;
    Dictionary m_links;
    std::vector<std::uint32_t> m_domainOfRecipient;
    std::vector<std::uint32_t> m_linkOfUrl;
};

} // namespace clicksieve
