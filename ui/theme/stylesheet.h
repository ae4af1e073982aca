// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPalette>
#include <QString>

namespace clicksieve {

/// The little that a palette cannot say: cards, chips, the navigation list, notices, tooltips. Widgets take part by the
/// dynamic property "look":
/// card, drop, notice, bar, side, navigation, chip, primary, plain, small, link, quiet, figure-people, figure-machines.
[[nodiscard]] QString styleSheet(const QPalette &palette);

} // namespace clicksieve
