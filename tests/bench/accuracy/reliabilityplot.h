// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/accuracy/plan.h"

#include <QByteArray>

namespace clicksieve::accuracy {

/// An SVG picture of how the probabilities of the first ruleset compare with the truth, all scenarios together: a dot for each
/// tenth that has events, larger where it has more, and the diagonal where all dots would be. Clicks and opens side by side.
QByteArray reliabilityPlot(const Plan &plan, const Results &results);

} // namespace clicksieve::accuracy
