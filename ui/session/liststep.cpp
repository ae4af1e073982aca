// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/liststep.h"

#include "ui/session/session.h"

namespace clicksieve {

ListStep::ListStep(Session &session, State before, State after, const QString &what)
    : QUndoCommand(what)
    , m_session(session)
    , m_before(std::move(before))
    , m_after(std::move(after))
{
}

void ListStep::undo()
{
    m_session.applyLists(m_before.lists, m_before.judged);
}

void ListStep::redo()
{
    m_session.applyLists(m_after.lists, m_after.judged);
}

} // namespace clicksieve
