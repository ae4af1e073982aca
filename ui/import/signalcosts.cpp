// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/signalcosts.h"

#include "ui/theme/numbers.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace clicksieve {

namespace {

struct SignalCosts {
    Q_DECLARE_TR_FUNCTIONS(SignalCosts)
};

} // namespace

QString signalCosts(const std::vector<SignalReport> &reports)
{
    QStringList reasons; // in the order of the ruleset
    for (const SignalReport &report : reports) {
        if (!report.applicable && !reasons.contains(report.reason))
            reasons << report.reason;
    }
    if (reasons.isEmpty())
        return SignalCosts::tr("All %1 signals can be used with these files.")
            .arg(countText(quint64{reports.size()}));
    QStringList lines;
    for (const QString &reason : reasons) {
        const auto off = std::count_if(reports.begin(), reports.end(), [&reason](const SignalReport &report) {
            return !report.applicable && report.reason == reason;
        });
        lines << (off == 1 ? SignalCosts::tr("1 of %1 signals is off: %2")
                                 .arg(countText(quint64{reports.size()}), reason)
                           : SignalCosts::tr("%1 of %2 signals are off: %3")
                                 .arg(countText(static_cast<quint64>(off)),
                                      countText(quint64{reports.size()}), reason));
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace clicksieve
