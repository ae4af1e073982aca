// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exitstatus.h"

#include <QStringList>

namespace clicksieve {

/// "clicksieve-cli plan [options] [FILE...]": what a send will do to the web site, and in how many batches it stands it.
[[nodiscard]] ExitStatus runPlan(const QStringList &arguments);

} // namespace clicksieve
