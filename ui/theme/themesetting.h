// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/palette.h"

namespace clicksieve {

/// The user's choice of light or dark, kept in QSettings by name.
[[nodiscard]] ThemeChoice savedTheme();
void saveTheme(ThemeChoice choice);

} // namespace clicksieve
