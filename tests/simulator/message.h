// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "simulator/company.h"
#include "simulator/recipient.h"

#include <cstdint>

namespace clicksieve::simulator {

/// The campaign's mail to one recipient.
struct Message {
    const Recipient *recipient = nullptr;
    const Company *company = nullptr; ///< null for a private mailbox
    std::int64_t sentMs = 0;
    std::int64_t deliveredMs = 0; ///< meaningless when it bounced
    bool bounced = false;
    bool deferred = false; ///< the receiver turned it away at first

    bool isScanned() const { return company != nullptr && company->isScanned() && !bounced; }
};

} // namespace clicksieve::simulator
