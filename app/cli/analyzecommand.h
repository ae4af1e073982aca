// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exitstatus.h"

#include <QStringList>

namespace clicksieve {

/// "clicksieve-cli analyze …". @p arguments: those after the word analyze.
[[nodiscard]] ExitStatus runAnalyze(const QStringList &arguments);

} // namespace clicksieve
