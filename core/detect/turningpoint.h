// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/evidence.h"
#include "core/detect/verdicts.h"

#include <QStringList>

#include <vector>

namespace clicksieve {

class EventTable;

/// What would have to be different for an open or click to count on the other side of one half: the fewest signs that
/// would have to be missing, or the signs of which one more would do. At most two plain sentences; none where the user decided.
/// Speaks of the weights as they were added up; that one sign more or less can also change what is found about the events
/// around it is left out.
/// @p evidence: all that explain() says of the event.
[[nodiscard]] QStringList turningPoint(const EventTable &table, const Verdicts &verdicts, std::size_t event,
                                       const std::vector<Evidence> &evidence);

} // namespace clicksieve
