// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/events/eventtable.h"

#include <QString>

namespace clicksieve {

/// What a signal may lack. Each returns the reason as a sentence, or an empty string where nothing is lacking.
[[nodiscard]] QString needsSeconds(const EventTable &table);
/// Times to the minute or finer.
[[nodiscard]] QString needsMinutes(const EventTable &table);
[[nodiscard]] QString needsSendTime(const EventTable &table);
[[nodiscard]] QString needsRecipients(const EventTable &table);
[[nodiscard]] QString needsUrls(const EventTable &table);
[[nodiscard]] QString needsOpens(const EventTable &table);
[[nodiscard]] QString needsAddresses(const EventTable &table);
[[nodiscard]] QString needsAgents(const EventTable &table);
/// An address or a user agent: something to tell clients apart by.
[[nodiscard]] QString needsClients(const EventTable &table);
[[nodiscard]] QString needsVendorFlag(const EventTable &table);

} // namespace clicksieve
