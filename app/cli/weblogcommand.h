// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exitstatus.h"

#include <QStringList>

namespace clicksieve {

/// "clicksieve-cli weblog [options] LOG...": what a send did to the web server.
[[nodiscard]] ExitStatus runWebLog(const QStringList &arguments);

} // namespace clicksieve
