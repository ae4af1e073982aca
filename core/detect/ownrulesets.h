// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace clicksieve {

/// Where the user's rulesets lie, each as NAME.json; the folder need not be there.
[[nodiscard]] QString ownRulesetsFolder();

/// Their names, by alphabet, without those that a ruleset of the program has: that goes before.
[[nodiscard]] QStringList ownRulesets();

/// Where the user's ruleset of that name lies; empty where there is none.
[[nodiscard]] QString ownRulesetPath(const QString &name);

} // namespace clicksieve
