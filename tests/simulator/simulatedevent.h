// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "simulator/manner.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace clicksieve::simulator {

enum class EventType { Sent, Delivered, Open, Click, Bounce };

/// One row of the export together with its truth.
struct SimulatedEvent {
    std::int64_t timeMs = 0; ///< milliseconds since 1970 UTC
    std::int64_t sentMs = 0; ///< when its message was handed over
    EventType type = EventType::Sent;
    Manner manner = Manner::None;
    bool machine = false;
    std::uint32_t campaign = 0; ///< from 0
    std::string recipient;
    std::string url;        ///< empty unless a click
    std::string ip;         ///< empty unless an open or click
    std::string_view agent; ///< static text; may be empty for a machine, too
};

} // namespace clicksieve::simulator
