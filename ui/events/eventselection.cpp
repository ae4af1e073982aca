// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/events/eventselection.h"

#include "core/jobs/jobcontext.h"
#include "core/jobs/parallel.h"
#include "ui/events/columntexts.h"
#include "ui/events/eventranks.h"
#include "ui/events/radixorder.h"
#include "ui/events/textneedle.h"

#include <QCoreApplication>

#include <algorithm>
#include <bit>
#include <limits>

namespace clicksieve {

namespace {

using Rows = std::vector<std::uint32_t>;

constexpr std::size_t kBlock =
    65'536; ///< events between two looks at the stop flag, well below a millisecond each
constexpr std::uint64_t kLast = std::numeric_limits<std::uint64_t>::max();

std::size_t blocksIn(std::size_t count)
{
    return (count + kBlock - 1) / kBlock;
}

/// A column whose text must contain something, with the answer for each text.
struct ColumnMatch {
    EventColumn column = EventColumn::Recipient;
    std::vector<std::uint8_t> hits; ///< by columnId()

    [[nodiscard]] bool operator()(const Analysis &analysis, std::size_t event) const
    {
        const std::uint32_t id = columnId(analysis, column, event);
        return id < hits.size() && hits[id] != 0;
    }
};

ColumnMatch matchColumn(const Analysis &analysis, EventColumn column, const QString &text,
                        JobContext &context)
{
    std::vector<std::string> keep;
    const std::vector<std::string_view> texts = columnTexts(analysis, column, keep);
    const TextNeedle needle(text);
    ColumnMatch match{column, std::vector<std::uint8_t>(texts.size(), 0)};
    parallelFor(context, blocksIn(texts.size()), [&](std::size_t block, std::size_t) {
        const std::size_t end = std::min(texts.size(), (block + 1) * kBlock);
        for (std::size_t id = block * kBlock; id < end; ++id)
            match.hits[id] = !texts[id].empty() && needle.isIn(texts[id]);
    });
    return match;
}

std::vector<ColumnMatch> matchColumns(const Analysis &analysis, const EventQuery &query, JobContext &context)
{
    std::vector<ColumnMatch> matches;
    for (std::size_t i = 0; i < kEventColumns; ++i) {
        const auto column = static_cast<EventColumn>(i);
        if (hasTexts(column) && !query.contains[i].isEmpty())
            matches.push_back(matchColumn(analysis, column, query.contains[i], context));
    }
    return matches;
}

bool passes(const Analysis &analysis, const EventQuery &query, const std::vector<ColumnMatch> &matches,
            std::size_t event)
{
    if (query.what && analysis.table->type(event) != *query.what)
        return false;
    if (query.verdict && analysis.verdicts->verdict(event) != *query.verdict)
        return false;
    return std::all_of(matches.begin(), matches.end(),
                       [&](const ColumnMatch &match) { return match(analysis, event); })
           && (query.filter.isEmpty() || query.filter.passes(*analysis.table, *analysis.verdicts, event));
}

/// In the order of the files.
Rows selectRows(const Analysis &analysis, const EventQuery &query, JobContext &context)
{
    const EventTable &table = *analysis.table;
    const std::vector<ColumnMatch> matches = matchColumns(analysis, query, context);
    std::vector<Rows> found(blocksIn(table.size()));
    parallelFor(context, found.size(), [&](std::size_t block, std::size_t) {
        const std::size_t end = std::min(table.size(), (block + 1) * kBlock);
        for (std::size_t event = block * kBlock; event < end; ++event) {
            if (isAction(table.type(event)) && passes(analysis, query, matches, event))
                found[block].push_back(static_cast<std::uint32_t>(event));
        }
    });
    std::size_t count = 0;
    for (const Rows &rows : found)
        count += rows.size();
    Rows all;
    all.reserve(count);
    for (Rows &rows : found) {
        all.insert(all.end(), rows.begin(), rows.end());
        Rows().swap(rows);
    }
    return all;
}

/// Any time as an unsigned number in the same order.
std::uint64_t timeKey(TimeMs time)
{
    constexpr std::uint64_t kSign = std::uint64_t{1} << 63;
    return time == kNoTime ? kLast : static_cast<std::uint64_t>(time) ^ kSign;
}

/// What an event is sorted by, ascending; kLast where it is not known.
std::uint64_t sortKey(const Analysis &analysis, EventColumn column, const std::vector<std::uint32_t> *ranks,
                      std::size_t event)
{
    switch (column) {
    case EventColumn::SinceSend:
        return timeKey(analysis.table->sinceSend(event));
    case EventColumn::Time:
        return timeKey(analysis.table->time(event));
    case EventColumn::What:
        return static_cast<std::uint64_t>(analysis.table->type(event));
    case EventColumn::Verdict: // of floats from 0 up, the bits are in the order of the numbers
        return std::bit_cast<std::uint32_t>(static_cast<float>(analysis.verdicts->probability(event)) + 0.0F);
    default:
        break;
    }
    const std::uint32_t id = columnId(analysis, column, event);
    const std::uint32_t rank = ranks != nullptr && id < ranks->size() ? (*ranks)[id] : EventRanks::kUnknown;
    return rank == EventRanks::kUnknown ? kLast : rank;
}

/// Keys counted from the smallest up (or, descending, from the largest down), with the unknown one after the last:
/// few bits, so few passes of the radix sort.
void makeSmall(std::vector<std::uint64_t> &keys, bool descending)
{
    std::uint64_t least = kLast;
    std::uint64_t most = 0;
    for (const std::uint64_t key : keys) {
        if (key != kLast) {
            least = std::min(least, key);
            most = std::max(most, key);
        }
    }
    if (least > most) { // none is known
        std::fill(keys.begin(), keys.end(), 0);
        return;
    }
    for (std::uint64_t &key : keys) {
        if (key == kLast)
            key = most - least + 1;
        else
            key = descending ? most - key : key - least;
    }
}

Rows sortRows(const Analysis &analysis, const EventQuery &query, Rows rows, EventRanks &ranks,
              JobContext &context)
{
    const EventColumn column = *query.sortedBy;
    const std::vector<std::uint32_t> *ofColumn = hasTexts(column) ? &ranks.of(column) : nullptr;
    std::vector<std::uint64_t> keys(rows.size());
    parallelFor(context, blocksIn(rows.size()), [&](std::size_t block, std::size_t) {
        const std::size_t end = std::min(rows.size(), (block + 1) * kBlock);
        for (std::size_t place = block * kBlock; place < end; ++place)
            keys[place] = sortKey(analysis, column, ofColumn, rows[place]);
    });
    makeSmall(keys, query.descending);
    Rows order = radixOrder(keys, context);
    for (std::uint32_t &place : order)
        place = rows[place];
    return order;
}

} // namespace

Result<std::vector<std::uint32_t>> selectEvents(const Analysis &analysis, const EventQuery &query,
                                                EventRanks &ranks, JobContext &context)
{
    Rows rows = selectRows(analysis, query, context);
    if (query.sortedBy && !context.stopRequested())
        rows = sortRows(analysis, query, std::move(rows), ranks, context);
    if (context.stopRequested())
        return Error{Error::Kind::Cancelled, QCoreApplication::translate("EventSelection", "Stopped.")};
    return rows;
}

} // namespace clicksieve
