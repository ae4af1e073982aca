// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/overrides.h"

#include <QUndoCommand>

namespace clicksieve {

class Session;

/// One change of the user's own verdicts, to be undone and redone.
class OverrideStep : public QUndoCommand {
public:
    OverrideStep(Session &session, OverrideList before, OverrideList after, const QString &what);

    void undo() override;
    void redo() override;

private:
    Session &m_session;
    OverrideList m_before;
    OverrideList m_after;
};

} // namespace clicksieve
