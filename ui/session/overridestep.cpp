// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/overridestep.h"

#include "ui/session/session.h"

namespace clicksieve {

OverrideStep::OverrideStep(Session &session, OverrideList before, OverrideList after, const QString &what)
    : QUndoCommand(what)
    , m_session(session)
    , m_before(std::move(before))
    , m_after(std::move(after))
{
}

void OverrideStep::undo()
{
    m_session.applyOverrides(m_before);
}

void OverrideStep::redo()
{
    m_session.applyOverrides(m_after);
}

} // namespace clicksieve
