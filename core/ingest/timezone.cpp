// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/timezone.h"

#include <QRegularExpression>
#include <QTimeZone>

#include <algorithm>
#include <cstdlib>

namespace clicksieve {

namespace {

constexpr std::int64_t kMsPerSecond = 1'000;
constexpr std::int64_t kMsPerMinute = 60'000;
constexpr std::int64_t kMsPerHour = 3'600'000;

std::optional<std::int64_t> fixedOffset(const QString &name)
{
    static const QRegularExpression pattern(
        QStringLiteral("^(?:UTC|GMT|Z)?(?:([+-])(\\d{1,2})(?::?(\\d{2}))?)?$"),
        QRegularExpression::CaseInsensitiveOption);
    const auto match = pattern.match(name);
    if (name.isEmpty() || !match.hasMatch())
        return std::nullopt;
    if (match.captured(1).isEmpty())
        return 0;
    const qint64 hours = match.captured(2).toLongLong();
    const qint64 minutes = match.captured(3).toLongLong();
    if (hours > 14 || minutes > 59)
        return std::nullopt;
    const std::int64_t offset = hours * kMsPerHour + minutes * kMsPerMinute;
    return match.captured(1) == QLatin1String("-") ? -offset : offset;
}

/// Qt takes any word ("Berlin") for a POSIX rule: a zone of that name, without offset and without changes.
bool isInvented(const QTimeZone &zone, const QByteArray &id)
{
    const QDateTime epoch = QDateTime::fromSecsSinceEpoch(0, Qt::UTC);
    return !QTimeZone::isTimeZoneIdAvailable(id) && zone.offsetFromUtc(epoch) == 0
           && zone.abbreviation(epoch) == QString::fromUtf8(id)
           && !zone.nextTransition(epoch).atUtc.isValid();
}

/// All changes between two moments. Qt's list of them ends where those that the zone's file names one by one
/// do (2037, in some files much earlier); asked from there on, it goes on by the rule that the file ends with.
QTimeZone::OffsetDataList changesOf(const QTimeZone &zone, QDateTime from, const QDateTime &to)
{
    QTimeZone::OffsetDataList all;
    for (auto some = zone.transitions(from, to); !some.isEmpty(); some = zone.transitions(from, to)) {
        all += some;
        from = some.last().atUtc.addSecs(1);
    }
    return all;
}

} // namespace

std::optional<TimeZone> TimeZone::named(const QString &name)
{
    TimeZone result;
    result.m_name = name;
    if (const auto offset = fixedOffset(name.trimmed())) {
        result.m_firstOffsetMs = *offset;
        return result;
    }
    const QByteArray id = name.trimmed().toUtf8();
    const QTimeZone zone(id);
    if (id.isEmpty() || !zone.isValid() || isInvented(zone, id))
        return std::nullopt;
    // Exports reach from the first ESPs to plans for next year; tracking began around 2000.
    const QDateTime from = QDateTime::fromSecsSinceEpoch(631'152'000, Qt::UTC); // 1990
    const QDateTime to = QDateTime::fromSecsSinceEpoch(4'102'444'800, Qt::UTC); // 2100
    result.m_firstOffsetMs = zone.offsetFromUtc(from) * kMsPerSecond;
    std::int64_t before = result.m_firstOffsetMs;
    for (const auto &transition : changesOf(zone, from, to)) {
        const std::int64_t after = transition.offsetFromUtc * kMsPerSecond;
        result.m_changes.push_back(
            {transition.atUtc.toMSecsSinceEpoch() + std::max(before, after), after, after - before});
        before = after;
    }
    return result;
}

TimeZone::Clock TimeZone::clockAt(std::int64_t wallClockMs) const
{
    const auto next =
        std::upper_bound(m_changes.begin(), m_changes.end(), wallClockMs,
                         [](std::int64_t wall, const Change &change) { return wall < change.fromWallClock; });
    if (next == m_changes.end() || wallClockMs < next->fromWallClock - std::abs(next->jumpMs))
        return Clock::Plain;
    return next->jumpMs > 0 ? Clock::Skipped : Clock::Repeated;
}

bool TimeZone::isNearChange(TimeMs utc) const
{
    // A change in wall-clock time is at most a day's offset and a jump away from its moment in UTC.
    constexpr std::int64_t kFarthest = 16 * kMsPerHour;
    const auto near = std::lower_bound(
        m_changes.begin(), m_changes.end(), utc - kFarthest,
        [](const Change &change, std::int64_t wanted) { return change.fromWallClock < wanted; });
    return near != m_changes.end() && near->fromWallClock <= utc + kFarthest;
}

TimeMs TimeZone::toUtc(std::int64_t wallClockMs) const
{
    const auto next =
        std::upper_bound(m_changes.begin(), m_changes.end(), wallClockMs,
                         [](std::int64_t wall, const Change &change) { return wall < change.fromWallClock; });
    return wallClockMs - (next == m_changes.begin() ? m_firstOffsetMs : std::prev(next)->offsetMs);
}

std::int64_t TimeZone::toWallClock(TimeMs utc) const
{
    if (utc == kNoTime)
        return kNoTime;
    const auto next =
        std::upper_bound(m_changes.begin(), m_changes.end(), utc, [](TimeMs moment, const Change &change) {
            const std::int64_t before = change.offsetMs - change.jumpMs;
            return moment < change.fromWallClock - std::max(before, change.offsetMs);
        });
    return utc + (next == m_changes.begin() ? m_firstOffsetMs : std::prev(next)->offsetMs);
}

} // namespace clicksieve
