// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

namespace clicksieve {

/// The columns of the event table, in their order on screen.
enum class EventColumn { SinceSend, Time, Recipient, What, Link, Campaign, Verdict, Actor, Address, Agent };
inline constexpr std::size_t kEventColumns = 10;

} // namespace clicksieve
