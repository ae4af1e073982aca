// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/events/event.h"

#include <QString>

#include <cstdint>
#include <optional>
#include <vector>

namespace clicksieve {

/// Turns wall-clock times of one zone into UTC, fast: the zone's changes are looked up once. Immutable, so any
/// thread may use it. A time that a spring change skips counts as if the clock had not changed yet; of a time that
/// an autumn change repeats, the first is taken.
class TimeZone {
public:
    /// "UTC", a fixed offset ("UTC-06:00", "+02:00") or an IANA name ("Europe/Berlin"); nullopt for anything else.
    [[nodiscard]] static std::optional<TimeZone> named(const QString &name);

    /// What a wall-clock time is on the day of a change.
    enum class Clock {
        Plain,
        Skipped, ///< no clock showed it: the spring change went past it
        Repeated ///< clocks showed it twice: before and after the autumn change
    };

    [[nodiscard]] TimeMs toUtc(std::int64_t wallClockMs) const;
    /// What a clock of the zone shows at a moment, in ms as if it were UTC; kNoTime stays kNoTime.
    [[nodiscard]] std::int64_t toWallClock(TimeMs utc) const;
    [[nodiscard]] Clock clockAt(std::int64_t wallClockMs) const;
    /// True where a change is so near that clockAt() is worth asking. False always for a fixed offset.
    [[nodiscard]] bool isNearChange(TimeMs utc) const;
    [[nodiscard]] const QString &name() const { return m_name; }

private:
    struct Change {
        std::int64_t fromWallClock; ///< the later of the two wall-clock times of the moment
        std::int64_t offsetMs;      ///< from then on
        std::int64_t jumpMs;        ///< by how much clocks went forward (above 0) or back (below 0)
    };

    QString m_name;
    std::int64_t m_firstOffsetMs = 0;
    std::vector<Change> m_changes;
};

} // namespace clicksieve
