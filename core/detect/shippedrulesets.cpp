// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/shippedrulesets.h"

namespace clicksieve {

QStringList shippedRulesets()
{
    return {QStringLiteral("conservative"), QStringLiteral("balanced"), QStringLiteral("strict")};
}

QString shippedRulesetPath(const QString &name)
{
    return shippedRulesets().contains(name) ? QStringLiteral(":/clicksieve/rulesets/%1.json").arg(name)
                                            : QString();
}

} // namespace clicksieve
