// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace clicksieve::simulator {

/// Points in time as ISO 8601 text, UTC only.
class IsoTime {
public:
    /// `2026-03-10T09:00:31.204Z`, or without the fraction (cut off, not rounded) when `wholeSeconds`.
    static std::string text(std::int64_t timeMs, bool wholeSeconds);

    /// Reads `YYYY-MM-DDThh:mm:ss`, then an optional `.mmm`, then an optional `Z`. Nothing when malformed.
    static std::optional<std::int64_t> parse(std::string_view text);
};

} // namespace clicksieve::simulator
