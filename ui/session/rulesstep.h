// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/verdicts.h"

#include <QUndoCommand>

#include <memory>

namespace clicksieve {

class Session;

/// One change of the rules, to be undone and redone. Holds the verdicts of both, so that neither takes time.
class RulesStep : public QUndoCommand {
public:
    RulesStep(Session &session, std::shared_ptr<const Verdicts> before, std::shared_ptr<const Verdicts> after,
              const QString &what);

    void undo() override;
    void redo() override;

private:
    Session &m_session;
    std::shared_ptr<const Verdicts> m_before;
    std::shared_ptr<const Verdicts> m_after;
};

} // namespace clicksieve
