// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/ownrulesets.h"

#include "core/detect/shippedrulesets.h"

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

namespace clicksieve {

QString ownRulesetsFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation)
           + QStringLiteral("/clicksieve/rulesets");
}

QStringList ownRulesets()
{
    QStringList names;
    const QDir folder(ownRulesetsFolder());
    for (const QFileInfo &file : folder.entryInfoList({QStringLiteral("*.json")}, QDir::Files, QDir::Name)) {
        if (shippedRulesetPath(file.completeBaseName()).isEmpty())
            names << file.completeBaseName();
    }
    return names;
}

QString ownRulesetPath(const QString &name)
{
    return ownRulesets().contains(name) ? QDir(ownRulesetsFolder()).filePath(name + QStringLiteral(".json"))
                                        : QString();
}

} // namespace clicksieve
