// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/signals/wording.h"

#include <QLocale>

#include <cstdlib>

namespace clicksieve::wording {

namespace {

constexpr TimeMs kSecond = 1'000;
constexpr TimeMs kMinute = 60 * kSecond;
constexpr TimeMs kHour = 60 * kMinute;
constexpr TimeMs kDay = 24 * kHour;

/// "2 h 10 min", or "2 h" where the smaller part is nothing.
QString twoParts(TimeMs ms, TimeMs large, const QString &largeUnit, TimeMs small, const QString &smallUnit)
{
    const TimeMs first = ms / large;
    const TimeMs second = ms % large / small;
    const QString head = QStringLiteral("%1 %2").arg(first).arg(largeUnit);
    return second == 0 ? head : QStringLiteral("%1 %2 %3").arg(head).arg(second).arg(smallUnit);
}

} // namespace

QString span(TimeMs ms)
{
    ms = std::abs(ms);
    if (ms < 10 * kSecond && ms % kSecond != 0)
        return QStringLiteral("%1 s").arg(static_cast<double>(ms) / kSecond, 0, 'f', 1);
    if (ms < 2 * kMinute)
        return QStringLiteral("%1 s").arg(ms / kSecond);
    if (ms < kHour)
        return twoParts(ms, kMinute, QStringLiteral("min"), kSecond, QStringLiteral("s"));
    if (ms < 2 * kDay)
        return twoParts(ms, kHour, QStringLiteral("h"), kMinute, QStringLiteral("min"));
    return QStringLiteral("%1 days").arg(ms / kDay);
}

QString counted(qulonglong count, const QString &one, const QString &many)
{
    return QStringLiteral("%1 %2").arg(QLocale(QLocale::English).toString(count), count == 1 ? one : many);
}

QString did(EventType type)
{
    return type == EventType::Click ? QStringLiteral("clicked") : QStringLiteral("opened");
}

} // namespace clicksieve::wording
