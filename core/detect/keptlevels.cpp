// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/keptlevels.h"

#include "core/detect/signal.h"

#include <algorithm>
#include <optional>

namespace clicksieve {

namespace {

/// Nothing where the ruleset has no such place or the signal is switched off.
std::optional<Signal::Pass> passAt(const Verdicts::Content &content, std::size_t place)
{
    const bool isUsed = place < content.signalsUsed.size() && content.signalsUsed[place] != nullptr;
    return isUsed ? std::optional(content.signalsUsed[place]->pass()) : std::nullopt;
}

bool isAlike(const Verdicts::Content &before, const Verdicts::Content &after, std::size_t place)
{
    if (!passAt(before, place) || !passAt(after, place))
        return !passAt(before, place) && !passAt(after, place);
    const SignalSpec &one = before.ruleset->signalSpecs[place];
    const SignalSpec &other = after.ruleset->signalSpecs[place];
    return one.kind == other.kind && one.parameters == other.parameters;
}

} // namespace

std::vector<bool> keptLevels(const Verdicts::Content &before, const Verdicts::Content &after)
{
    const std::size_t places = std::max(before.signalsUsed.size(), after.signalsUsed.size());
    const bool isSamePrior = before.ruleset->priorOpen == after.ruleset->priorOpen
                             && before.ruleset->priorClick == after.ruleset->priorClick;
    // Signals see what came out of the passes before theirs, so those up to the first pass with a change see the same.
    auto unchanged = isSamePrior ? std::nullopt : std::optional(Signal::Pass::First);
    for (std::size_t place = 0; place < places; ++place) {
        if (isAlike(before, after, place))
            continue;
        for (const auto pass : {passAt(before, place), passAt(after, place)}) {
            if (pass && (!unchanged || *pass < *unchanged))
                unchanged = pass;
        }
    }
    std::vector<bool> kept(after.signalsUsed.size());
    for (std::size_t place = 0; place < kept.size(); ++place) {
        const auto pass = passAt(after, place);
        kept[place] = pass && isAlike(before, after, place) && (!unchanged || *pass <= *unchanged);
    }
    return kept;
}

} // namespace clicksieve
