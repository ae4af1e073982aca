// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/accuracy/plan.h"

#include <QJsonObject>

#include <string>

namespace clicksieve::accuracy {

/// All tables as Markdown.
std::string reportText(const Plan &plan, const Results &results);

/// The same figures, unrounded. Shares are 0 to 1, CTOR errors points; null where there is nothing to divide by.
QJsonObject reportJson(const Plan &plan, const Results &results);

} // namespace clicksieve::accuracy
