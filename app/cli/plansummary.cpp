// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plansummary.h"

#include "console.h"
#include "core/planner/planreport.h"
#include "figuretext.h"
#include "texttable.h"

#include <cmath>

namespace clicksieve {

namespace {

/// Two digits where there would be one.
QString rate(double value)
{
    return value < 10 ? QString::number(value, 'f', 1) : rounded(value);
}

/// "40 s", "12 min", "3 h 20 min"
QString duration(double seconds)
{
    const auto whole = static_cast<qlonglong>(std::llround(seconds));
    if (whole < 120)
        return QStringLiteral("%1 s").arg(whole);
    const qlonglong minutes = std::llround(seconds / 60);
    if (minutes < 120)
        return QStringLiteral("%1 min").arg(minutes);
    return minutes % 60 == 0 ? QStringLiteral("%1 h").arg(minutes / 60)
                             : QStringLiteral("%1 h %2 min").arg(minutes / 60).arg(minutes % 60);
}

QString band(const PeakForecast &peak)
{
    return QStringLiteral("%1–%2").arg(rounded(peak.low), rounded(peak.high));
}

void printBasis(const PlanQuestion &question)
{
    const LoadProfile profile = question.profile();
    const LoadAssumptions &assumed = question.assumptions;
    const bool ownScanners = question.measured && question.measured->hasOwnScanners;
    const bool ownPeople = question.measured && question.measured->hasOwnPeople;
    print(QStringLiteral("\nWhat this goes by"));
    print(QStringLiteral("  Link scanners: %1 requests a mail, half of them within %2 (%3).")
              .arg(rate(profile.scanners.requests), duration(profile.scanners.curve.secondsFor(0.5)),
                   ownScanners
                       ? QStringLiteral("measured on %1 clicks of machines")
                             .arg(counted(question.measured->scannerRequests))
                       : QStringLiteral("assumed: %1 links, %2 % of the mails scanned, published times")
                             .arg(assumed.links)
                             .arg(assumed.scannedShare * 100)));
    print(QStringLiteral("  People: %1 requests a mail, half of them within %2 (%3).")
              .arg(rate(profile.people.requests), duration(profile.people.curve.secondsFor(0.5)),
                   ownPeople ? QStringLiteral("measured on %1 clicks of people, %2 requests a visit")
                                   .arg(counted(question.measured->visits))
                                   .arg(assumed.requestsPerVisit)
                             : QStringLiteral("assumed: %1 % click, %2 requests a visit, published times")
                                   .arg(assumed.clickRate * 100)
                                   .arg(assumed.requestsPerVisit)));
    if (question.measured && !(ownScanners && ownPeople))
        print(QStringLiteral("  The exports hold fewer than %1 clicks of one kind, too few to go by.")
                  .arg(MeasuredLoad::kFewest));
    if (question.measured && !question.measured->isSinceDelivery)
        print(QStringLiteral(
            "  The exports do not say when mails were delivered: times are from the send, as fast as "
            "the e-mail service was then."));
}

void printForecast(const QString &title, const LoadForecast &forecast)
{
    print(QStringLiteral("\n%1").arg(title));
    print(QStringLiteral("  Requests a second: %1 expected at the peak, %2 after the start.")
              .arg(rate(forecast.peakRate), duration(forecast.peakAt)));
    print(QStringLiteral("  In the fullest second %1, ten seconds %2, minute %3 (eight sends in ten).")
              .arg(band(forecast.peaks[0]), band(forecast.peaks[1]), band(forecast.peaks[2])));
    if (forecast.overload && *forecast.overload > 0)
        print(QStringLiteral("  For %1 more comes than the site bears; a visitor waits up to %2.")
                  .arg(duration(*forecast.overload), duration(*forecast.longestWait)));
    print(QStringLiteral("  The last mail is delivered after %1.").arg(duration(forecast.finishedAfter)));
}

void printAdvice(const PlanQuestion &question, const PlanReport &report)
{
    print(QStringLiteral("\nHow to send so that the site stands (at most %1 of its %2 requests a second)")
              .arg(rate(*question.limits.budget()), rate(*question.limits.capacity)));
    TextTable text({QStringLiteral("A batch every"), QStringLiteral("batches"), QStringLiteral("mails each"),
                    QStringLiteral("requests/s"), QStringLiteral("fullest second"),
                    QStringLiteral("done after")});
    for (const BatchAdvice &advice : report.advice) {
        if (!advice.batches) {
            text.add({duration(advice.interval), QStringLiteral("never enough"), QStringLiteral("–"),
                      QStringLiteral("–"), QStringLiteral("–"), QStringLiteral("–")});
            continue;
        }
        text.add({duration(advice.interval), rounded(*advice.batches),
                  rounded(std::ceil(question.plan.recipients / *advice.batches)),
                  rate(advice.forecast->peakRate), band(advice.forecast->peaks[0]),
                  duration(advice.forecast->finishedAfter)});
    }
    text.print();
    print(
        QStringLiteral("  A single second may see more than the site bears; over ten seconds it keeps up."));
    if (report.slowEnough)
        print(QStringLiteral(
                  "  Or no batches at all, if the mails are delivered at no more than %1 a second (%2 an "
                  "hour): done after %3.")
                  .arg(rate(*report.slowEnough), rounded(*report.slowEnough * 3'600),
                       duration(question.plan.recipients / *report.slowEnough)));
    print(QStringLiteral(
        "  Draw the batches at random or from all domains in turn: one company's mails are scanned by one "
        "scanner, all at once."));
}

QString titleOf(WhatIf::Change change)
{
    switch (change) {
    case WhatIf::Change::CachedPages:
        return QStringLiteral("A cache that leaves recipients' parameters out (95 % answered by it)");
    case WhatIf::Change::HalfTheLinks:
        return QStringLiteral("Half the links in the mail");
    case WhatIf::Change::StaticPage:
        break;
    }
    return QStringLiteral("A static page (the site bears 20 times as much)");
}

void printWhatIfs(const PlanReport &report)
{
    print(QStringLiteral("\nWhat else would help, all sent at once"));
    TextTable text({QStringLiteral("Change"), QStringLiteral("requests/s"), QStringLiteral("fullest second"),
                    QStringLiteral("longest wait"), QStringLiteral("stands it")});
    for (const WhatIf &whatIf : report.whatIfs)
        text.add({titleOf(whatIf.change), rate(whatIf.forecast.peakRate), band(whatIf.forecast.peaks[0]),
                  duration(*whatIf.forecast.longestWait),
                  whatIf.fits ? QStringLiteral("yes") : QStringLiteral("no")});
    text.print();
}

} // namespace

void printPlan(const PlanQuestion &question, const PlanReport &report)
{
    const SendPlan &plan = question.plan;
    print(QStringLiteral("%1 mails%2")
              .arg(rounded(plan.recipients),
                   std::isfinite(plan.deliveryRate)
                       ? QStringLiteral(", delivered at %1 a second").arg(rate(plan.deliveryRate))
                       : QString()));
    printBasis(question);
    printForecast(QStringLiteral("All at once"), report.atOnce);
    if (plan.batches > 1)
        printForecast(
            QStringLiteral("In %1 batches, one every %2").arg(plan.batches).arg(duration(plan.interval)),
            report.planned);
    if (!question.limits.capacity) {
        print(QStringLiteral(
            "\nSay how many requests a second the site bears (--capacity, or --workers and --page-ms), and "
            "how to send is worked out too."));
        return;
    }
    printAdvice(question, report);
    printWhatIfs(report);
}

} // namespace clicksieve
