// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/events/eventtable.h"
#include "core/events/pairdictionary.h"
#include "core/events/pendingtexts.h"
#include "core/jobs/result.h"

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace clicksieve {

class JobContext;

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

    Dictionary m_campaigns;  ///< id, unit separator, name: a campaign may have both
    Dictionary m_recipients; ///< addresses; keys with kKeyMark in front where the record tells no address
    Dictionary m_urls;
    Dictionary m_addresses;
    Dictionary m_agents;
    PairDictionary m_clients; ///< address and agent
    Dictionary m_owners;      ///< key, unit separator, address: records that tell both
    std::string m_scratch;
};

/// The events of one piece of one source, in order, with ids of the worker that read it.
class EventBlock {
public:
    explicit EventBlock(std::size_t worker = 0) : m_worker(worker) {}

    /// Makes room for about so many events, which saves copying while they grow.
    void reserve(std::size_t events);
    void append(const EventRecord &record, WorkerDictionaries &dictionaries);
    /// Looks up the texts that still wait for it. The builder does it where the reader did not.
    void finish(WorkerDictionaries &dictionaries);
    /// Records seen in this block, events or not; the rows of the next block count on from here.
    void setRows(std::uint32_t rows) { m_rows = rows; }
    [[nodiscard]] std::size_t size() const { return m_time.size(); }

private:
    friend class EventBuilder;

    static std::string_view recipientText(const EventRecord &record, WorkerDictionaries &dictionaries);
    void lookUpPending(WorkerDictionaries &dictionaries);
    std::size_t keepFirst(std::unordered_set<std::uint64_t> &seen);

    std::size_t m_worker = 0;
    std::uint32_t m_rows = 0;
    std::vector<TimeMs> m_time;
    std::vector<TimeMs> m_sentAt;          ///< empty until the first row that has one
    std::vector<std::uint64_t> m_identity; ///< empty until the first row that has one
    std::vector<EventType> m_type;
    std::vector<MachineFlag> m_flag;
    std::vector<std::uint32_t> m_row;
    std::vector<std::uint32_t> m_campaign;
    std::vector<std::uint32_t> m_recipient;
    std::vector<std::uint32_t> m_url;
    std::vector<std::uint32_t> m_client;
    std::unique_ptr<PendingTexts> m_pending; ///< of the last records; null while there are none
};

/// Collects the blocks of all sources and merges them once. Ids come out in order of first appearance in the
/// files, so the result does not depend on the number of workers.
class EventBuilder {
public:
    explicit EventBuilder(std::size_t workers) : m_workers(workers) {}

    /// For worker @p worker alone, from any one thread at a time.
    [[nodiscard]] WorkerDictionaries &dictionaries(std::size_t worker) { return m_workers[worker]; }

    /// Adds one source with its blocks in file order. Sources keep the order of these calls.
    void addSource(SourceInfo source, std::vector<EventBlock> blocks);

    void addSkipped(SkippedFile file) { m_skipped.push_back(std::move(file)); }
    /// What sources without events say; they are added like the others, without blocks.
    void setTotals(Totals totals) { m_totals = std::move(totals); }
    /// Makes the table; the builder is empty afterwards. @p sentAtForAll: see MessageTable::Input.
    [[nodiscard]] Result<std::shared_ptr<const EventTable>> build(TimeMs sentAtForAll, JobContext &context);

private:
    /// What a text is taken for when the dictionaries are merged.
    using TextChange = std::function<std::string_view(std::string_view)>;

    void findOwners();
    void dropDuplicates();
    void mergeRecipients(std::vector<std::uint32_t> &out, Dictionary &merged);
    void mergeNumbers(EventTable::Columns &columns, std::vector<TimeMs> &sentAt);
    void mergeCampaigns(EventTable::Columns &columns, EventTable::Dictionaries &merged);
    void mergeTexts(
        std::vector<std::uint32_t> EventBlock::*column, Dictionary WorkerDictionaries::*texts,
        std::vector<std::uint32_t> &out, Dictionary &merged,
        const TextChange &change = [](std::string_view text) { return text; });
    void mergeClients(EventTable::Columns &columns, EventTable::Dictionaries &merged);

    std::vector<WorkerDictionaries> m_workers;
    std::vector<SourceInfo> m_sources;
    std::vector<SkippedFile> m_skipped;
    Totals m_totals;
    std::vector<EventBlock> m_blocks;
    std::vector<std::size_t> m_blocksEnd; ///< per source: one past its last block
    std::unordered_map<std::string, std::string> m_ownerOfKey;
};

} // namespace clicksieve
