// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/events/eventblock.h"
#include "core/events/eventtable.h"
#include "core/events/rowtimes.h"
#include "core/jobs/result.h"

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace clicksieve {

class JobContext;

/// Collects the blocks of all sources, column by column, and merges the dictionaries of the workers at the end. Ids come
/// out in order of first appearance in the files, so the result does not depend on the number of workers.
class EventBuilder {
public:
    explicit EventBuilder(std::size_t workers) : m_workers(workers) {}

    /// For worker @p worker alone, from any one thread at a time.
    [[nodiscard]] WorkerDictionaries &dictionaries(std::size_t worker) { return m_workers[worker]; }

    /// Makes room for about so many events more, which saves copying while the columns grow.
    void reserve(std::size_t events);
    /// Adds the next block of the source at hand, in file order. One thread at a time.
    void add(EventBlock block);
    /// Ends the source at hand and begins the next one.
    void endSource(SourceInfo source);
    /// The whole of a source at once.
    void addSource(SourceInfo source, std::vector<EventBlock> blocks);

    void addSkipped(SkippedFile file) { m_skipped.push_back(std::move(file)); }
    /// What sources without events say; they are added like the others, without blocks.
    void setTotals(Totals totals) { m_totals = std::move(totals); }
    /// Makes the table; the builder is empty afterwards. @p sentAtForAll: see MessageTable::Input.
    [[nodiscard]] Result<std::shared_ptr<const EventTable>> build(TimeMs sentAtForAll, JobContext &context);

private:
    /// Neighbouring events of one block, which have the ids of the worker that read them until they are merged.
    struct Stretch {
        std::size_t worker = 0;
        std::size_t end = 0; ///< one past its last event
    };
    /// What a text is taken for when the dictionaries are merged.
    using TextChange = std::function<std::string_view(std::string_view)>;

    [[nodiscard]] std::size_t size() const { return m_columns.type.size(); }
    void findOwners();
    void numberEqualContents();
    void dropDuplicates(JobContext &context);
    void keepOnly(const std::vector<std::uint8_t> &isKept);
    template <typename IdCount, typename Number>
    void renumber(std::vector<std::uint32_t> &column, IdCount idCount, Number number) const;
    void mergeTexts(
        std::vector<std::uint32_t> &column, Dictionary WorkerDictionaries::*texts, Dictionary &merged,
        const TextChange &change = [](std::string_view text) { return text; }) const;
    void mergeRecipients(Dictionary &merged);
    void mergeCampaigns(EventTable::Dictionaries &merged);
    void mergeClients(EventTable::Dictionaries &merged);

    std::vector<WorkerDictionaries> m_workers;
    std::vector<SourceInfo> m_sources;
    std::vector<SkippedFile> m_skipped;
    Totals m_totals;
    EventTable::Columns m_columns; ///< with the workers' ids, see Stretch
    RowTimes m_sentAt;
    std::vector<std::uint64_t> m_identity; ///< empty until the first event that has one
    std::vector<Stretch> m_stretches;
    std::size_t m_room = 0; ///< for events in all
    std::unordered_map<std::string, std::string> m_ownerOfKey;
};

} // namespace clicksieve
