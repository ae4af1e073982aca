// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis.h"

namespace clicksieve {

class MainWindow;
class Session;

/// Opens @p request and draws each page, in the light and in the dark theme, into PNG files of 1280 × 800 in @p folder
/// ("overview-light.png", …), which is made if need be. Shows nothing on the screen. Returns the paths.
/// Errors: those of opening; Unwritable.
[[nodiscard]] Result<QStringList> renderPages(Session &session, MainWindow &window,
                                              const AnalysisRequest &request, const QString &folder);

} // namespace clicksieve
