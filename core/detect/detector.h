// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/evidence.h"
#include "core/detect/userlists.h"
#include "core/detect/verdicts.h"
#include "core/jobs/result.h"

#include <memory>
#include <vector>

namespace clicksieve {

class EventTable;
class JobContext;

/// Decides for every open and click how likely a machine made it: each signal of the ruleset sweeps over the
/// events, the weights (log-odds) are added to the prior, the sum becomes a probability. Pure: the same table
/// and ruleset give the same verdicts on any number of threads.
/// @p lists are the user's; the verdicts keep a copy (Actions::lists()).
/// The verdicts refer to the table, which must live as long as they do.
/// Errors: Usage where the ruleset names an unknown kind or a bad parameter; Cancelled after a stop.
/// @param before verdicts of the same table and lists by other rules, or null: what signals would say again is taken from
/// there, which changes nothing but the time it takes
[[nodiscard]] Result<std::shared_ptr<const Verdicts>> detect(const EventTable &table,
                                                             std::shared_ptr<const Ruleset> ruleset,
                                                             JobContext &context, const UserLists &lists = {},
                                                             const Verdicts *before = nullptr);

/// The same verdicts from the levels that they came with (Verdicts::Content::levels, empty for null), without the sweeps. Levels that
/// these signals could not have given are refused. Errors: as detect(); Unreadable where the levels do not fit.
[[nodiscard]] Result<std::shared_ptr<const Verdicts>> judgeAgain(
    const EventTable &table, std::shared_ptr<const Ruleset> ruleset,
    std::vector<std::vector<std::uint8_t>> levels, JobContext &context, const UserLists &lists = {});

/// Which signals of @p ruleset could speak about @p table, and why the others could not; nothing is judged, so no report
/// has figures. Errors: Usage as detect().
[[nodiscard]] Result<std::vector<SignalReport>> reportsBefore(const EventTable &table,
                                                              const Ruleset &ruleset);

/// What every signal said of one open or click, strongest first, each with the figures that made it speak.
/// Takes microseconds to a few milliseconds: made when the user asks "why?", not kept.
[[nodiscard]] std::vector<Evidence> explain(const EventTable &table, const Verdicts &verdicts,
                                            std::size_t event);

} // namespace clicksieve
