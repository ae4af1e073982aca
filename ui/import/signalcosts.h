// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/verdicts.h"

#include <QString>

#include <vector>

namespace clicksieve {

/// What is missing in the files and what that costs, a line each: "3 of 14 signals are off: This export has no IP
/// addresses." One line where nothing is missing. Plain text.
[[nodiscard]] QString signalCosts(const std::vector<SignalReport> &reports);

} // namespace clicksieve
