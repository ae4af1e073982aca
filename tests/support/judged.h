// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis.h"
#include "core/detect/actions.h"
#include "core/detect/ruleset.h"
#include "core/jobs/jobcontext.h"

#include <memory>
#include <utility>

namespace clicksieve::tests {

/// Verdicts by hand: @p isMachine of a table and an event says whose it is. Nothing in between.
template <typename IsMachine>
Analysis judgedBy(std::shared_ptr<const EventTable> table, IsMachine isMachine)
{
    JobContext context(1);
    Verdicts::Content content;
    content.actions = std::make_shared<const Actions>(*table, context);
    content.ruleset = std::make_shared<const Ruleset>();
    content.actors = {{ActorKind::Unknown, {}}};
    for (std::size_t event = 0; event < table->size(); ++event) {
        const bool machine = isMachine(*table, event);
        content.probability.push_back(machine ? 0.9876F : 0.0123F);
        content.verdict.push_back(machine ? Verdict::Machine : Verdict::Human);
        content.actor.push_back(0);
    }
    return {table, std::make_shared<const Verdicts>(std::move(content))};
}

} // namespace clicksieve::tests
