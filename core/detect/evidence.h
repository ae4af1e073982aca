// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace clicksieve {

/// What one signal says of one event.
struct Evidence {
    QString signalId;
    QString title;
    double weight = 0; ///< log-odds; above 0 speaks for a machine, below 0 for a person
    QString sentence;  ///< with the figures that made it speak
};

} // namespace clicksieve
