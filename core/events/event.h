// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <limits>
#include <string_view>

namespace clicksieve {

/// What happened to a message. Other: a word the format knows but no rate uses (deferred, dropped).
enum class EventType : std::uint8_t { Sent, Delivered, Open, Click, Bounce, Unsubscribe, Complaint, Other };

/// What the ESP itself says of the event, where it says anything.
enum class MachineFlag : std::uint8_t { Unknown, Human, Machine };

/// The finest unit that the times of a source really carry, finest first.
enum class TimeResolution : std::uint8_t { Millisecond, Second, Minute, Day };

/// Milliseconds since 1970-01-01T00:00:00Z. kNoTime: the export does not say.
using TimeMs = std::int64_t;
inline constexpr TimeMs kNoTime = std::numeric_limits<TimeMs>::min();

/// The word used in every CSV and JSON that Clicksieve writes: "sent", "open", …
[[nodiscard]] std::string_view wordFor(EventType type);

/// Milliseconds of one unit of @p resolution: 1, 1000, 60000 or 86400000.
[[nodiscard]] std::int64_t unitMs(TimeResolution resolution);

/// True for the two types that rates are made of and that get a verdict.
[[nodiscard]] constexpr bool isAction(EventType type)
{
    return type == EventType::Open || type == EventType::Click;
}

} // namespace clicksieve
