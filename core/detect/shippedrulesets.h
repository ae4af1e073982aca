// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace clicksieve {

/// The names of the rulesets to judge by that come with the program, the mildest first.
[[nodiscard]] QStringList shippedRulesets();

/// The names of the rules that others publish, which come with the program to compare with.
[[nodiscard]] QStringList publishedRulesets();

/// Where the ruleset of that name lies, one of either; empty where there is none.
[[nodiscard]] QString shippedRulesetPath(const QString &name);

} // namespace clicksieve
