// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/webload/plantext.h"

#include "ui/theme/numbers.h"

#include <QCoreApplication>
#include <QStringList>

#include <cmath>

namespace clicksieve {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("plan", text);
}

QString roundText(double value)
{
    return countText(static_cast<quint64>(std::llround(value)));
}

QString secondsText(double seconds)
{
    return durationText(std::llround(seconds * 1'000));
}

QString titleOf(WhatIf::Change change)
{
    switch (change) {
    case WhatIf::Change::CachedPages:
        return tr("a cache that leaves out the parameters that tell recipients");
    case WhatIf::Change::HalfTheLinks:
        return tr("half the links in the mail");
    case WhatIf::Change::StaticPage:
        break;
    }
    return tr("a static page for the mail to lead to");
}

} // namespace

QString planHeadline(const PlanQuestion &question, const PlanReport &report)
{
    const QString peak = tr("Sent all at once, the mail brings %1 requests a second, %2 after the start")
                             .arg(roundText(report.atOnce.peakRate), secondsText(report.atOnce.peakAt));
    if (!question.limits.capacity)
        return peak + u'.';
    if (report.atOnce.overload && *report.atOnce.overload == 0)
        return tr("%1; the site bears %2.").arg(peak, roundText(*question.limits.capacity));
    return tr("%1; the site bears %2, and visitors wait up to %3.")
        .arg(peak, roundText(*question.limits.capacity), secondsText(*report.atOnce.longestWait));
}

QString forecastText(const LoadForecast &forecast)
{
    QStringList sentences{
        tr("The fullest second sees %1 to %2 requests (eight sends in ten), the fullest minute %3 to %4.")
            .arg(roundText(forecast.peaks[0].low), roundText(forecast.peaks[0].high),
                 roundText(forecast.peaks[2].low), roundText(forecast.peaks[2].high))};
    if (forecast.overload && *forecast.overload > 0)
        sentences << tr("For %1 more comes than the site bears; visitors wait up to %2.")
                         .arg(secondsText(*forecast.overload), secondsText(*forecast.longestWait));
    if (forecast.finishedAfter > 0)
        sentences << tr("The last mail is delivered after %1.").arg(secondsText(forecast.finishedAfter));
    return sentences.join(u' ');
}

QString helpText(const PlanReport &report)
{
    QStringList help;
    QStringList little;
    for (const WhatIf &whatIf : report.whatIfs)
        (whatIf.fits ? help : little) << titleOf(whatIf.change);
    QStringList sentences;
    if (!help.isEmpty())
        sentences
            << tr("All at once, the site would also stand it with %1.").arg(help.join(tr(", or with ")));
    if (!little.isEmpty())
        sentences << tr("Not enough alone: %1.").arg(little.join(QStringLiteral(", ")));
    sentences << tr(
        "Draw batches at random or from all domains in turn: one company's mails are scanned all at once.")
              << tr("Blocking scanners is not recommended: people behind the same networks are blocked too, "
                    "and mail whose links "
                    "cannot be checked ends in spam.");
    return sentences.join(u' ');
}

} // namespace clicksieve
