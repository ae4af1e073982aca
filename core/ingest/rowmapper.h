// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/events/eventbuilder.h"
#include "core/ingest/cellview.h"
#include "core/ingest/eventwords.h"
#include "core/ingest/lasttime.h"
#include "core/ingest/source.h"

#include <array>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace clicksieve {

/// Turns the cells of one record into an event, as the source's format says. Cheap to copy; one a worker, since it
/// keeps the lower-case form of an address for the length of a call.
class RowMapper {
public:
    explicit RowMapper(const Source &source);

    /// Fills @p record (views into @p cells or into this object, valid until the next call). An empty string
    /// means done; else why this record gives no event, as a sentence.
    [[nodiscard]] QString map(std::span<const std::string_view> cells, EventRecord &record);

    /// What tells the time: a cell, or the day and the time of day from two, with one blank between. Empty where it is
    /// not said. Valid until the next call.
    [[nodiscard]] std::string_view timeOf(std::span<const std::string_view> cells) const;
    /// Which fields have a column at all.
    [[nodiscard]] SourceColumns columns() const;

private:
    /// The first cell of the field that says something, without blanks around it.
    [[nodiscard]] std::string_view value(Field field, std::span<const std::string_view> cells) const
    {
        const std::size_t plain = m_plainColumn[static_cast<std::size_t>(field)];
        if (plain < kNotPlain)
            return trimmed(cells[plain]);
        return plain == kNoColumn ? std::string_view() : firstValue(field, cells);
    }
    [[nodiscard]] std::string_view firstValue(Field field, std::span<const std::string_view> cells) const;
    [[nodiscard]] std::string_view valueAt(const ColumnPlace &place, std::span<const std::string_view> cells,
                                           std::string &part) const;
    [[nodiscard]] std::size_t plainColumn(const std::vector<ColumnPlace> &places) const;
    [[nodiscard]] std::uint64_t identityOf(std::span<const std::string_view> cells) const;
    [[nodiscard]] static std::uint64_t contentOf(const EventRecord &record);
    [[nodiscard]] QString mapEvent(std::span<const std::string_view> cells, EventRecord &record);
    [[nodiscard]] MachineFlag flagOf(std::span<const std::string_view> cells) const;
    [[nodiscard]] TimeMs sentAtOf(std::string_view value) const;
    [[nodiscard]] std::string_view lowered(std::string_view recipient);

    static constexpr std::size_t kNoColumn = ColumnPlace::kInFileName;
    static constexpr std::size_t kNotPlain = kNoColumn - 1;

    const Source &m_source;
    std::array<std::vector<ColumnPlace>, kFieldCount> m_places;
    std::array<std::size_t, kFieldCount> m_plainColumn{};
    EventWords m_words;
    LastTime m_times;
    LastTime m_sentTimes;
    std::vector<ColumnPlace> m_identity;
    std::vector<ColumnPlace> m_marks; ///< JSON: what makes a record the event that the variant says
    std::optional<EventType> m_eventOfFile;
    std::string m_campaignOfFile;
    mutable std::array<std::string, kFieldCount> m_parts; ///< values that are part of a cell, by field
    mutable std::string m_dayAndTime;
    std::string m_lowered;
};

} // namespace clicksieve
