// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rules/changestext.h"

#include "ui/theme/numbers.h"

#include <QCoreApplication>
#include <QStringList>

namespace clicksieve {

namespace {

struct ChangesText {
    Q_DECLARE_TR_FUNCTIONS(ChangesText)
};

QString counted(std::uint64_t count, const QString &one, const QString &many)
{
    return count == 1 ? one : many.arg(countText(quint64{count}));
}

} // namespace

QString changesText(const VerdictChanges &changes)
{
    const QString rate = ChangesText::tr("People's click-to-open rate: %1 → %2.")
                             .arg(percentText(changes.before.ctor(changes.before.adjusted).value()),
                                  percentText(changes.after.ctor(changes.after.adjusted).value()));
    if (changes.events() == 0)
        return ChangesText::tr("No open or click changes sides.") + QLatin1Char(' ') + rate;
    QStringList parts;
    if (changes.clicksToHuman > 0)
        parts << counted(changes.clicksToHuman, ChangesText::tr("1 click becomes a person's"),
                         ChangesText::tr("%1 clicks become people's"));
    if (changes.clicksToMachine > 0)
        parts << counted(changes.clicksToMachine, ChangesText::tr("1 click becomes a machine's"),
                         ChangesText::tr("%1 clicks become machines'"));
    if (changes.opensToHuman > 0)
        parts << counted(changes.opensToHuman, ChangesText::tr("1 open becomes a person's"),
                         ChangesText::tr("%1 opens become people's"));
    if (changes.opensToMachine > 0)
        parts << counted(changes.opensToMachine, ChangesText::tr("1 open becomes a machine's"),
                         ChangesText::tr("%1 opens become machines'"));
    return ChangesText::tr("%1, in %2.")
               .arg(parts.join(QStringLiteral(", ")),
                    counted(changes.domains, ChangesText::tr("1 recipient domain"),
                            ChangesText::tr("%1 recipient domains")))
           + QLatin1Char(' ') + rate;
}

} // namespace clicksieve
