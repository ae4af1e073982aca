// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/events/event.h"
#include "core/events/pendingtexts.h"

#include <array>
#include <cstdint>

namespace clicksieve {

/// The last few events of a block, which are stored together: their texts are looked up in one go, and a column grows by
/// all of them at once.
struct PendingEvents {
    template <typename Value>
    using Column = std::array<Value, PendingTexts::kRecords>;

    /// @param lasting see PendingTexts
    explicit PendingEvents(std::string_view lasting) : texts(lasting) {}

    Column<TimeMs> time;
    Column<TimeMs> sentAt;
    Column<std::uint64_t> identity;
    Column<EventType> type;
    Column<MachineFlag> flag;
    Column<std::uint32_t> row;
    Column<std::uint32_t> campaign;
    PendingTexts texts; ///< knows how many events there are
};

} // namespace clicksieve
