// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/events/eventbuilder.h"
#include "core/ingest/csvsource.h"

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
    explicit RowMapper(const CsvSource &source);

    /// Fills @p record (views into @p cells or into this object, valid until the next call). An empty string
    /// means done; else why this record gives no event, as a sentence.
    [[nodiscard]] QString map(std::span<const std::string_view> cells, EventRecord &record);

    /// Which fields have a column at all.
    [[nodiscard]] SourceColumns columns() const;

private:
    /// The first cell of the field that is more than blanks, without blanks around it.
    [[nodiscard]] std::string_view value(Field field, std::span<const std::string_view> cells) const;
    [[nodiscard]] QString mapEvent(std::span<const std::string_view> cells, EventRecord &record) const;
    [[nodiscard]] MachineFlag flagOf(std::string_view value) const;
    [[nodiscard]] TimeMs sentAtOf(std::string_view value) const;
    [[nodiscard]] std::string_view lowered(std::string_view recipient);

    const CsvSource &m_source;
    std::array<std::vector<std::size_t>, kFieldCount> m_places;
    std::optional<EventType> m_eventOfFile;
    std::string m_lowered;
};

} // namespace clicksieve
