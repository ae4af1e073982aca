// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/events/totals.h"
#include "core/metrics/ratio.h"

namespace clicksieve {

// Rates of exports without event times: as the e-mail service reports them, machines included. There are no adjusted
// ones: they are unknown, not equal to these.

/// messages with a click ÷ messages with an open
[[nodiscard]] Ratio reportedCtor(const CampaignTotals &campaign);
/// messages with an open ÷ delivered (÷ sent where delivered is not known)
[[nodiscard]] Ratio reportedOpenRate(const CampaignTotals &campaign);
/// messages with a click ÷ delivered (÷ sent where delivered is not known)
[[nodiscard]] Ratio reportedClickRate(const CampaignTotals &campaign);

/// All campaigns together, without name and origin. What one of them does not say is unknown for all.
[[nodiscard]] CampaignTotals allTotals(const Totals &totals);

} // namespace clicksieve
