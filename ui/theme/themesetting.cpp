// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/themesetting.h"

#include <QSettings>

namespace clicksieve {

namespace {

const QString kKey = QStringLiteral("theme");
const QString kLightName = QStringLiteral("light");
const QString kDarkName = QStringLiteral("dark");
const QString kSystemName = QStringLiteral("system");

} // namespace

ThemeChoice savedTheme()
{
    const QString name = QSettings().value(kKey).toString();
    if (name == kLightName)
        return ThemeChoice::Light;
    return name == kDarkName ? ThemeChoice::Dark : ThemeChoice::System;
}

void saveTheme(ThemeChoice choice)
{
    const QString name = choice == ThemeChoice::Light  ? kLightName
                         : choice == ThemeChoice::Dark ? kDarkName
                                                       : kSystemName;
    QSettings().setValue(kKey, name);
}

} // namespace clicksieve
