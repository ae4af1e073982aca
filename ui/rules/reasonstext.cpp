// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rules/reasonstext.h"

#include "core/detect/detector.h"
#include "ui/theme/numbers.h"

#include <QCoreApplication>
#include <QStringList>

namespace clicksieve {

namespace {

struct ReasonsText {
    Q_DECLARE_TR_FUNCTIONS(ReasonsText)
};

} // namespace

QString rulesName(const Ruleset &rules)
{
    return QStringLiteral("%1 %2").arg(visibleText(rules.name.toStdString())).arg(rules.version);
}

QString reasonsText(const EventTable &table, const Verdicts &verdicts, std::size_t event)
{
    const QString name = rulesName(verdicts.ruleset());
    QStringList lines{verdicts.isMachine(event) ? ReasonsText::tr("%1 says: a machine's.").arg(name)
                                                : ReasonsText::tr("%1 says: a person's.").arg(name)};
    for (const Evidence &piece : explain(table, verdicts, event)) {
        if (piece.weight == 0)
            continue;
        const QString sentence = visibleText(piece.sentence.toStdString());
        lines << (piece.weight > 0 ? ReasonsText::tr("• For a machine: %1").arg(sentence)
                                   : ReasonsText::tr("• For a person: %1").arg(sentence));
    }
    if (lines.size() == 1)
        lines << ReasonsText::tr("• It found nothing that speaks for either.");
    return lines.join(QLatin1Char('\n'));
}

} // namespace clicksieve
