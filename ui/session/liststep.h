// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/userlists.h"
#include "core/detect/verdicts.h"

#include <QUndoCommand>

#include <memory>

namespace clicksieve {

class Session;

/// One change of the user's lists, to be undone and redone. Holds the verdicts under both, so that neither takes time.
class ListStep : public QUndoCommand {
public:
    struct State {
        UserLists lists;
        std::shared_ptr<const Verdicts> judged; ///< without overrides
    };

    ListStep(Session &session, State before, State after, const QString &what);

    void undo() override;
    void redo() override;

private:
    Session &m_session;
    State m_before;
    State m_after;
};

} // namespace clicksieve
