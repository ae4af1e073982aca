// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/isotime.h"
#include "core/ingest/timepattern.h"
#include "fuzz/target.h"

#include <QDateTime>
#include <QTimeZone>

#include <map>
#include <optional>
#include <string>

using namespace clicksieve;
using namespace clicksieve::fuzz;

namespace {

constexpr TimeMs kEarliest = 631'152'000'000; // 1990-01-01, as TimePattern says
constexpr TimeMs kLatest = 4'102'444'800'000; // 2100-01-01

QString text(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

/// To look up a zone's changes is slow, and inputs mostly share their zones.
const std::optional<TimeZone> &zoneNamed(std::string_view name)
{
    constexpr std::size_t kMostKept = 1'000;
    static std::map<std::string, std::optional<TimeZone>, std::less<>> known;
    if (known.size() > kMostKept)
        known.clear();
    const auto found = known.find(name);
    return found != known.end() ? found->second
                                : known.emplace(name, TimeZone::named(text(name))).first->second;
}

/// What Clicksieve writes of a time reads back as that time, in any zone.
void requireRoundTrip(TimeMs time, const TimeZone &zone)
{
    static const TimePattern iso = *TimePattern::compile(QStringLiteral("iso"));
    require(iso.parse(isoTime(time), zone) == time, "a written time reads as it was");
}

/// What a clock of the zone shows at a time reads back as that time, but where the clock shows it twice.
void requireWallClock(TimeMs time, const TimeZone &zone)
{
    const QByteArray id = zone.name().trimmed().toUtf8();
    if (!QTimeZone::isTimeZoneIdAvailable(id))
        return;
    static const TimePattern iso = *TimePattern::compile(QStringLiteral("iso"));
    const QDateTime clock = QDateTime::fromMSecsSinceEpoch(time, QTimeZone(id));
    const std::string shown = clock.toString(QStringLiteral("yyyy-MM-dd HH:mm:ss.zzz")).toStdString();
    const TimeMs again = iso.parse(shown, zone);
    if (again == kNoTime)
        return; // beyond the years that are read
    const TimeZone::Clock kind = iso.clockOf(shown, zone);
    require(kind != TimeZone::Clock::Skipped, "a clock shows no time that it skips");
    require(again == time || (kind == TimeZone::Clock::Repeated && again < time),
            "what a clock shows is the time it was shown at");
}

} // namespace

/// The first line is the pattern, the second the zone, the rest the time.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    std::string_view rest = textOf(data, size);
    const auto pattern = TimePattern::compile(text(takeLine(rest)));
    const std::optional<TimeZone> &zone = zoneNamed(takeLine(rest));
    if (!pattern || !zone)
        return 0;
    const TimeMs time = pattern->parse(rest, *zone);
    const TimeZone::Clock kind = pattern->clockOf(rest, *zone);
    if (time == kNoTime)
        return 0;
    require(time >= kEarliest && time < kLatest, "times are of the years that are read");
    require(kind == TimeZone::Clock::Plain || zone->isNearChange(time), "odd times are near a change");
    requireRoundTrip(time, *zone);
    requireWallClock(time, *zone);
    return 0;
}
