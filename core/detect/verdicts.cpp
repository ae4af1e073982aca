// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/verdicts.h"

#include "core/detect/actions.h"
#include "core/detect/signal.h"

namespace clicksieve {

std::shared_ptr<const Verdicts> Verdicts::with(std::shared_ptr<const Overrides> overrides) const
{
    auto other = std::make_shared<Verdicts>(*this);
    other->m_overrides = std::move(overrides);
    return other;
}

void Verdicts::appendSignalIds(std::size_t event, std::string &out) const
{
    const std::size_t action = m_content->actions->actionOf(event);
    const EventType type = m_content->actions->type(action);
    bool first = true;
    if (isOverridden(event)) {
        out += "override";
        first = false;
    }
    for (std::size_t signal = 0; signal < m_content->levels.size(); ++signal) {
        const auto &levels = m_content->levels[signal];
        if (levels == nullptr || (*levels)[action] == 0)
            continue;
        const bool forMachine = m_content->signalsUsed[signal]->weight((*levels)[action], type) > 0;
        if (forMachine != isMachine(event))
            continue;
        if (!first)
            out += ';';
        first = false;
        out += m_content->signalsUsed[signal]->spec().id.toStdString();
    }
}

} // namespace clicksieve
