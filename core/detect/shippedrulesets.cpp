// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/shippedrulesets.h"

namespace clicksieve {

QStringList shippedRulesets()
{
    return {QStringLiteral("conservative"), QStringLiteral("balanced"), QStringLiteral("strict")};
}

QStringList publishedRulesets()
{
    return {QStringLiteral("phishgrid-conservative"),
            QStringLiteral("phishgrid-balanced"),
            QStringLiteral("phishgrid-inclusive"),
            QStringLiteral("phishgrid-tolerant"),
            QStringLiteral("twenty-three-links"),
            QStringLiteral("maestra-clicks"),
            QStringLiteral("marketo-proximity"),
            QStringLiteral("mautic-two-of-three"),
            QStringLiteral("gocheck-gaps")};
}

QString shippedRulesetPath(const QString &name)
{
    if (shippedRulesets().contains(name))
        return QStringLiteral(":/clicksieve/rulesets/%1.json").arg(name);
    if (publishedRulesets().contains(name))
        return QStringLiteral(":/clicksieve/rulesets/published/%1.json").arg(name);
    return {};
}

} // namespace clicksieve
