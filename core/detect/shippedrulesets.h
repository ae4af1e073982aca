// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace clicksieve {

/// The names of the rulesets that come with the program, the mildest first.
[[nodiscard]] QStringList shippedRulesets();

/// Where the shipped ruleset of that name lies; empty where there is none.
[[nodiscard]] QString shippedRulesetPath(const QString &name);

} // namespace clicksieve
