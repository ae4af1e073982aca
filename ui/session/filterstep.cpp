// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/filterstep.h"

#include "ui/session/session.h"

namespace clicksieve {

FilterStep::FilterStep(Session &session, const Filter &before, const Filter &after, const QString &what)
    : QUndoCommand(what)
    , m_session(session)
    , m_before(before)
    , m_after(after)
{
}

void FilterStep::undo()
{
    m_session.applyFilter(m_before);
}

void FilterStep::redo()
{
    m_session.applyFilter(m_after);
}

} // namespace clicksieve
