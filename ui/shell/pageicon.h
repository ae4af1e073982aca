// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>
#include <QPalette>

namespace clicksieve {

enum class PageIcon { Overview, Timeline, Domains, Events, Rules, WebLoad, Export };

/// A line icon in the text colour of @p palette. Drawn, not loaded: it follows the theme and any screen density.
[[nodiscard]] QIcon pageIcon(PageIcon which, const QPalette &palette);

enum class ArrowIcon { Undo, Redo, Collapse, Expand };
[[nodiscard]] QIcon arrowIcon(ArrowIcon which, const QPalette &palette);

} // namespace clicksieve
