// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timescale.h"

#include "ui/theme/numbers.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>
#include <array>
#include <cmath>

namespace clicksieve {

namespace {

constexpr TimeMs kSecond = 1'000;
constexpr TimeMs kMinute = 60 * kSecond;
constexpr TimeMs kHour = 60 * kMinute;
constexpr TimeMs kDay = 24 * kHour;

/// The first second has no logarithm to stand on; it gets this much of a decade.
constexpr double kFirstSecond = 0.15;

constexpr std::array kSteps{kSecond,    2 * kSecond, 5 * kSecond, 10 * kSecond, 15 * kSecond, 30 * kSecond,
                            kMinute,    2 * kMinute, 5 * kMinute, 10 * kMinute, 15 * kMinute, 30 * kMinute,
                            kHour,      2 * kHour,   3 * kHour,   6 * kHour,    12 * kHour,   kDay,
                            2 * kDay,   7 * kDay,    14 * kDay,   30 * kDay,    60 * kDay,    90 * kDay,
                            180 * kDay, 360 * kDay,  720 * kDay};

constexpr std::array<TimeMs, 11> kLogarithmicTicks{
    0, kSecond, 10 * kSecond, kMinute, 10 * kMinute, kHour, 6 * kHour, kDay, 7 * kDay, 30 * kDay, 360 * kDay};

TimeMs floorTo(TimeMs time, TimeMs step)
{
    const TimeMs rest = time % step;
    return time - (rest < 0 ? rest + step : rest);
}

} // namespace

TimeScale::TimeScale(TimelineOptions::Axis axis, TimelineOptions::Scale scale)
    : m_axis(axis)
    , m_logarithmic(scale == TimelineOptions::Scale::Logarithmic && axis == TimelineOptions::Axis::SinceSend)
{
}

double TimeScale::position(TimeMs time) const
{
    const double seconds = static_cast<double>(time) / static_cast<double>(kSecond);
    if (!m_logarithmic)
        return seconds;
    return seconds < 1 ? (std::max(seconds, 0.0) - 1) * kFirstSecond : std::log10(seconds);
}

TimeMs TimeScale::time(double position) const
{
    double seconds = position;
    if (m_logarithmic)
        seconds = position < 0 ? std::max(position / kFirstSecond + 1, 0.0) : std::pow(10.0, position);
    return std::llround(seconds * static_cast<double>(kSecond));
}

std::vector<TimeScale::Tick> TimeScale::ticks(double from, double to, int most) const
{
    return m_logarithmic ? logarithmicTicks(from, to, std::max(most, 2))
                         : linearTicks(from, to, std::max(most, 2));
}

std::vector<TimeScale::Tick> TimeScale::logarithmicTicks(double from, double to, int most) const
{
    const double smallestGap = (to - from) / most;
    std::vector<Tick> ticks;
    for (const TimeMs candidate : kLogarithmicTicks) {
        const double place = position(candidate);
        // The first second is narrow: its end goes without a label rather than its beginning.
        const bool crowded = !ticks.empty() && place - ticks.back().position < smallestGap;
        if (place >= from && place <= to && !crowded)
            ticks.push_back({place, durationText(candidate)});
    }
    return ticks;
}

std::vector<TimeScale::Tick> TimeScale::linearTicks(double from, double to, int most) const
{
    const TimeMs first = time(from);
    const TimeMs last = time(to);
    TimeMs step = kSteps.back();
    for (const TimeMs candidate : kSteps) {
        if ((last - first) / candidate < most) {
            step = candidate;
            break;
        }
    }
    std::vector<Tick> ticks;
    for (TimeMs at = floorTo(first + step - 1, step); at <= last; at += step)
        ticks.push_back({position(at), tickLabel(at, step, last - first)});
    return ticks;
}

QString TimeScale::tickLabel(TimeMs time, TimeMs step, TimeMs span) const
{
    constexpr TimeMs kYearNeeded = 300 * kDay;
    if (!isClock())
        return durationText(time);
    const QDateTime moment = QDateTime::fromMSecsSinceEpoch(time, Qt::UTC);
    const QLocale locale = displayLocale();
    if (span > kYearNeeded)
        return locale.toString(moment, QStringLiteral("d MMM yyyy"));
    const QString day = locale.toString(moment, QStringLiteral("ddd d MMM"));
    if (step >= kDay)
        return day;
    const QString clock = step < kMinute ? QStringLiteral("HH:mm:ss") : QStringLiteral("HH:mm");
    return day + QStringLiteral("<br>") + locale.toString(moment, clock);
}

QString TimeScale::rangeText(TimeMs from, TimeMs to) const
{
    constexpr int kDateLength = 11; // "2026-03-10 "
    QString first = isClock() ? clockText(from) : durationText(from);
    QString last = isClock() ? clockText(to) : durationText(to);
    if (isClock() && first.first(kDateLength) == last.first(kDateLength))
        last.remove(0, kDateLength);
    return QStringLiteral("%1 – %2").arg(first, last);
}

} // namespace clicksieve
