// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/events/index.h"

#include <cstdint>
#include <vector>

namespace clicksieve {

class EventTable;
class JobContext;
class Verdicts;

/// A link that machines clicked and nobody else.
struct MachineLink {
    LinkIndex link;
    std::uint64_t clicks = 0;
    std::uint64_t messages = 0; ///< in which it was clicked
};

/// Links clicked by machines only, in kFewestMessages or more, most messages first. Such a link may be hidden from people, or
/// be one that no person cared for: the user has to say.
[[nodiscard]] std::vector<MachineLink> linksOfMachinesOnly(const EventTable &table, const Verdicts &verdicts,
                                                           JobContext &context);

/// Own choice: with fewer, that no person is among them is chance.
inline constexpr std::uint64_t kFewestMessages = 20;

} // namespace clicksieve
