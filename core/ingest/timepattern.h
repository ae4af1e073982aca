// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/events/event.h"
#include "core/ingest/timezone.h"

#include <QString>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace clicksieve {

/// Which of day and month comes first in a date of figures such as 03/04/2026.
enum class DayOrder : std::uint8_t {
    Unknown, ///< not said; or the question does not arise: 2026-03-10, a month in letters
    DayFirst,
    MonthFirst
};

/// One way of writing times, from a format file. Immutable; any thread may use it.
/// "iso": 2026-03-10, then optionally T or a blank and 09:00[:31[.204]], then optionally Z or ±hh[:mm] or " UTC".
/// "epoch-s", "epoch-ms": seconds or milliseconds since 1970, with or without a fraction. Else letters as in "M/d/yyyy h:mm:ss AP":
/// yyyy yy M d H h m s (one or two digits, more letters change nothing), MMM (name of a month, see monthNameAt()), AP
/// (am/pm), z (fraction of a second, with its point, may be absent), Z (zone offset); any other character stands for
/// itself.
class TimePattern {
public:
    /// nullopt where @p text is no pattern.
    [[nodiscard]] static std::optional<TimePattern> compile(const QString &text);

    /// The time in UTC, or kNoTime where @p text is not written this way or is no date of the years 1990 to 2099.
    /// @p zone is used where the text names none.
    [[nodiscard]] TimeMs parse(std::string_view text, const TimeZone &zone) const;

    /// Whether @p text, a time of this pattern, names a wall-clock time that @p zone skips or repeats. Plain where the
    /// text names its own zone.
    [[nodiscard]] TimeZone::Clock clockOf(std::string_view text, const TimeZone &zone) const;

    [[nodiscard]] DayOrder dayOrder() const;
    /// The finest unit that times of this pattern can have.
    [[nodiscard]] TimeResolution finest() const;
    /// True where @p text, a time of this pattern, means the same moment in every zone.
    [[nodiscard]] bool namesItsZone(std::string_view text) const;

    [[nodiscard]] const QString &text() const { return m_text; }

private:
    enum class Kind { Iso, EpochSeconds, EpochMilliseconds, Letters };
    struct Token {
        char letter = 0; ///< the pattern letter, 'N' for a month name; 0 for a literal
        char literal = 0;
    };

    [[nodiscard]] TimeMs parseLetters(std::string_view text, const TimeZone &zone) const;

    Kind m_kind = Kind::Iso;
    QString m_text;
    std::vector<Token> m_tokens;
};

} // namespace clicksieve
