// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/metrics/filter.h"

#include <QUndoCommand>

namespace clicksieve {

class Session;

/// One change of the filter, to be undone and redone.
class FilterStep : public QUndoCommand {
public:
    FilterStep(Session &session, const Filter &before, const Filter &after, const QString &what);

    void undo() override;
    void redo() override;

private:
    Session &m_session;
    Filter m_before;
    Filter m_after;
};

} // namespace clicksieve
