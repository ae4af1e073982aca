// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/events/dictionary.h"
#include "core/events/event.h"
#include "core/events/index.h"
#include "core/events/pairdictionary.h"
#include "core/events/pendingevents.h"

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace clicksieve {

/// Between the parts of a text that stands for several.
inline constexpr char kUnitSeparator = '\x1f';
/// In front of a recipient that is a key of the ESP's and no address.
inline constexpr char kKeyMark = '\x1e';

/// One event as a reader hands it over. Views need to live only during the call; empty text means "not said".
struct EventRecord {
    TimeMs time = kNoTime;
    EventType type = EventType::Other;
    MachineFlag flag = MachineFlag::Unknown;
    std::uint32_t row = 0; ///< 1-based in its block; build() makes it 1-based in its source
    TimeMs sentAt = kNoTime;
    std::uint64_t identity = 0; ///< equal for the same event told twice; 0: not said
    std::string_view recipient;
    std::string_view
        recipientKey; ///< the ESP's stand-in; becomes the recipient where no record tells the address
    std::string_view campaign;
    std::string_view campaignName;
    std::string_view url;
    std::string_view address;
    std::string_view agent;
};

/// The texts that one worker has met. Each worker fills its own, so that nobody waits for a lock.
class WorkerDictionaries {
    friend class EventBlock;
    friend class EventBuilder;

    /// The number of the campaign with that id and that name.
    [[nodiscard]] std::uint32_t campaignOf(std::string_view id, std::string_view name);

    Dictionary m_campaigns;  ///< id, unit separator, name: a campaign may have both
    Dictionary m_recipients; ///< addresses; keys with kKeyMark in front where the record tells no address
    Dictionary m_urls;
    Dictionary m_addresses;
    Dictionary m_agents;
    PairDictionary m_clients; ///< address and agent
    Dictionary m_owners;      ///< key, unit separator, address: records that tell both
    std::string m_scratch;
    std::string m_lastId; ///< of the campaign before: mostly the same
    std::string m_lastName;
    std::uint32_t m_lastCampaign = CampaignIndex::kNone; ///< none at first
};

/// The events of one piece of one source, in order, with ids of the worker that read it.
class EventBlock {
public:
    /// @param lasting the text of the piece, if it stays where it is until finish(): views into it need no copy
    explicit EventBlock(std::size_t worker = 0, std::string_view lasting = {})
        : m_worker(worker)
        , m_lasting(lasting)
    {
    }

    /// Makes room for about so many events, which saves copying while they grow.
    void reserve(std::size_t events);
    void append(const EventRecord &record, WorkerDictionaries &dictionaries);
    /// Stores the events that still wait for it. The builder does it where the reader did not.
    void finish(WorkerDictionaries &dictionaries);
    /// Records seen in this block, events or not; the rows of the next block count on from here.
    void setRows(std::uint32_t rows) { m_rows = rows; }
    /// Without those that still wait for finish().
    [[nodiscard]] std::size_t size() const { return m_time.size(); }

private:
    friend class EventBuilder;

    static std::string_view recipientText(const EventRecord &record, WorkerDictionaries &dictionaries);
    void storePending(WorkerDictionaries &dictionaries);
    void storePendingTexts(WorkerDictionaries &dictionaries);

    std::size_t m_worker = 0;
    std::string_view m_lasting;
    std::uint32_t m_rows = 0;
    std::vector<TimeMs> m_time;
    std::vector<TimeMs> m_sentAt;          ///< empty until the first row that has one
    std::vector<std::uint64_t> m_identity; ///< empty until the first row that has one
    std::vector<MachineFlag> m_flag;       ///< empty until the first row that has one
    std::vector<EventType> m_type;
    std::vector<std::uint32_t> m_row;
    std::vector<std::uint32_t> m_campaign;
    std::vector<std::uint32_t> m_recipient;
    std::vector<std::uint32_t> m_url;
    std::vector<std::uint32_t> m_client;
    std::unique_ptr<PendingEvents> m_pending; ///< null while there are none
};

} // namespace clicksieve
