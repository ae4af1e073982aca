// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/rulesstep.h"

#include "ui/session/session.h"

namespace clicksieve {

RulesStep::RulesStep(Session &session, std::shared_ptr<const Verdicts> before,
                     std::shared_ptr<const Verdicts> after, const QString &what)
    : QUndoCommand(what)
    , m_session(session)
    , m_before(std::move(before))
    , m_after(std::move(after))
{
}

void RulesStep::undo()
{
    m_session.applyJudged(m_before);
}

void RulesStep::redo()
{
    m_session.applyJudged(m_after);
}

} // namespace clicksieve
