// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace clicksieve {

/// What a parameter of a signal is called on the screen, in plain words with its unit; the key itself where it has no
/// words. @p key: as in a ruleset file.
[[nodiscard]] QString parameterWords(const QString &key);

} // namespace clicksieve
