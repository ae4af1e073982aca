// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/metrics/verdictchanges.h"

#include <QString>

namespace clicksieve {

/// What changed rules change, in sentences: "214 clicks become people's, in 3 recipient domains. People's click-to-open
/// rate: 16.8 % → 17.1 %." Plain text.
[[nodiscard]] QString changesText(const VerdictChanges &changes);

} // namespace clicksieve
