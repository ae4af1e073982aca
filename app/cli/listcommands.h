// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exitstatus.h"

#include <QStringList>

namespace clicksieve {

/// "clicksieve-cli formats": the exports that are understood.
[[nodiscard]] ExitStatus runFormats(const QStringList &arguments);
/// "clicksieve-cli signals [--ruleset NAME|FILE]": what a ruleset looks for.
[[nodiscard]] ExitStatus runSignals(const QStringList &arguments);

} // namespace clicksieve
