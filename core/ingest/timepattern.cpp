// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/timepattern.h"

#include "core/ingest/monthname.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace clicksieve {

namespace {

constexpr std::int64_t kMsPerSecond = 1'000;
constexpr std::int64_t kMsPerMinute = 60'000;
constexpr std::int64_t kMsPerHour = 3'600'000;
constexpr std::int64_t kMsPerDay = 86'400'000;
constexpr TimeMs kEarliest = 631'152'000'000; // 1990-01-01
constexpr TimeMs kLatest = 4'102'444'800'000; // 2100-01-01

bool isDigit(char character)
{
    return character >= '0' && character <= '9';
}

/// Reads characters from the left; what is left over is what was not understood.
class Cursor {
public:
    explicit Cursor(std::string_view text) : m_rest(text) {}

    [[nodiscard]] bool atEnd() const { return m_rest.empty(); }
    [[nodiscard]] char peek() const { return m_rest.empty() ? '\0' : m_rest.front(); }
    bool skip(char character)
    {
        if (m_rest.empty() || m_rest.front() != character)
            return false;
        m_rest.remove_prefix(1);
        return true;
    }
    /// At least @p fewest, at most @p most digits; -1 where there are fewer.
    int number(std::size_t fewest, std::size_t most)
    {
        int value = 0;
        std::size_t digits = 0;
        while (digits < most && digits < m_rest.size() && isDigit(m_rest[digits]))
            value = value * 10 + (m_rest[digits++] - '0');
        if (digits < fewest)
            return -1;
        m_rest.remove_prefix(digits);
        return value;
    }
    /// A fraction of a second as milliseconds; further digits are cut off.
    int milliseconds()
    {
        int value = 0;
        int unit = 100;
        while (isDigit(peek())) {
            value += unit * (peek() - '0');
            unit /= 10;
            m_rest.remove_prefix(1);
        }
        return value;
    }
    /// 0 where there is none. "10 de marzo de 2026": the little words around it go with it.
    int monthName()
    {
        skipWord("de ");
        const MonthName name = monthNameAt(m_rest);
        m_rest.remove_prefix(name.length);
        if (name.month > 0)
            skipWord(" de");
        return name.month;
    }
    bool skipWord(std::string_view word)
    {
        if (!m_rest.starts_with(word))
            return false;
        m_rest.remove_prefix(word.size());
        return true;
    }

private:
    std::string_view m_rest;
};

struct Parts {
    int year = 0;
    int month = 1;
    int day = 1;
    int hour = 0;
    int minute = 0;
    int second = 0;
    int millisecond = 0;
    bool twelveHours = false;
    bool afternoon = false;
    bool hasZone = false;
    std::int64_t zoneOffsetMs = 0;
};

bool isLeap(int year)
{
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

int daysIn(int year, int month)
{
    static constexpr std::array<int, 12> kDays = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return month == 2 && isLeap(year) ? 29 : kDays[static_cast<std::size_t>(month) - 1];
}

/// Days since 1970-01-01 in the Gregorian calendar (years from March on, so that the leap day is the last).
std::int64_t daysSinceEpoch(int year, int month, int day)
{
    const std::int64_t y = month <= 2 ? year - 1 : year;
    const std::int64_t monthFromMarch = month <= 2 ? month + 9 : month - 3;
    const std::int64_t dayOfYear = (153 * monthFromMarch + 2) / 5 + day - 1;
    return y * 365 + y / 4 - y / 100 + y / 400 + dayOfYear - 719'468;
}

bool isTime(const Parts &parts)
{
    return parts.month >= 1 && parts.month <= 12 && parts.day >= 1
           && parts.day <= daysIn(parts.year, parts.month) && parts.hour >= 0 && parts.hour <= 23
           && parts.minute >= 0 && parts.minute <= 59 && parts.second >= 0 && parts.second <= 60
           && (!parts.twelveHours || (parts.hour >= 1 && parts.hour <= 12));
}

TimeMs inRange(TimeMs time)
{
    return time >= kEarliest && time < kLatest ? time : kNoTime;
}

TimeMs combine(const Parts &parts, const TimeZone &zone)
{
    if (!isTime(parts))
        return kNoTime;
    const int hour = parts.twelveHours ? parts.hour % 12 + (parts.afternoon ? 12 : 0) : parts.hour;
    const std::int64_t wallClock = daysSinceEpoch(parts.year, parts.month, parts.day) * kMsPerDay
                                   + hour * kMsPerHour + parts.minute * kMsPerMinute
                                   + parts.second * kMsPerSecond + parts.millisecond;
    return inRange(parts.hasZone ? wallClock - parts.zoneOffsetMs : zone.toUtc(wallClock));
}

/// Z, UTC, +02:00, +0200 or +02.
bool readZone(Cursor &cursor, Parts &parts)
{
    parts.hasZone = true;
    if (cursor.skip('Z') || cursor.skipWord("UTC") || cursor.skipWord("GMT"))
        return true;
    const bool west = cursor.peek() == '-';
    if (!cursor.skip('+') && !cursor.skip('-'))
        return false;
    const int hours = cursor.number(2, 2);
    cursor.skip(':');
    const int minutes = isDigit(cursor.peek()) ? cursor.number(2, 2) : 0;
    if (hours < 0 || hours > 14 || minutes < 0 || minutes > 59)
        return false;
    parts.zoneOffsetMs = (hours * kMsPerHour + minutes * kMsPerMinute) * (west ? -1 : 1);
    return true;
}

/// Reads the part of an ISO time that is always the same, "2026-03-10T09:00:31" or with a blank. False where it is
/// written in another way.
bool readFixed(std::string_view text, Parts &parts)
{
    constexpr std::string_view kForm = "dddd-dd-ddTdd:dd:dd";
    if (text.size() < kForm.size() || text[4] != '-' || text[7] != '-' || (text[10] != 'T' && text[10] != ' ')
        || text[13] != ':' || text[16] != ':')
        return false;
    unsigned largest = 0;
    const auto digits = [&](std::size_t place) { // two
        const auto ten = static_cast<unsigned char>(text[place] - '0');
        const auto one = static_cast<unsigned char>(text[place + 1] - '0');
        largest = std::max({largest, unsigned{ten}, unsigned{one}});
        return ten * 10 + one;
    };
    parts.year = digits(0) * 100 + digits(2);
    parts.month = digits(5);
    parts.day = digits(8);
    parts.hour = digits(11);
    parts.minute = digits(14);
    parts.second = digits(17);
    return largest <= 9;
}

/// Most exports write times in full, with nothing or a Z behind.
std::optional<TimeMs> parseFullIso(std::string_view text, const TimeZone &zone)
{
    constexpr std::size_t kFull = 19;
    Parts parts;
    parts.hasZone = text.size() == kFull + 1 && text.back() == 'Z';
    if ((text.size() != kFull && !parts.hasZone) || !readFixed(text, parts))
        return std::nullopt;
    return combine(parts, zone);
}

TimeMs parseIso(std::string_view text, const TimeZone &zone)
{
    if (const auto full = parseFullIso(text, zone))
        return *full;
    Cursor cursor(text);
    Parts parts;
    parts.year = cursor.number(4, 4);
    if (parts.year < 0 || !cursor.skip('-'))
        return kNoTime;
    parts.month = cursor.number(2, 2);
    if (!cursor.skip('-'))
        return kNoTime;
    parts.day = cursor.number(2, 2);
    if (cursor.skip('T') || cursor.skip(' ')) {
        parts.hour = cursor.number(1, 2);
        if (!cursor.skip(':'))
            return kNoTime;
        parts.minute = cursor.number(2, 2);
        if (cursor.skip(':')) {
            parts.second = cursor.number(2, 2);
            if (cursor.skip('.') || cursor.skip(','))
                parts.millisecond = cursor.milliseconds();
        }
        cursor.skip(' ');
        if (!cursor.atEnd() && !readZone(cursor, parts))
            return kNoTime;
    }
    return cursor.atEnd() ? combine(parts, zone) : kNoTime;
}

TimeMs parseEpoch(std::string_view text, std::int64_t unit)
{
    std::int64_t value = 0;
    const std::string_view whole = text.substr(0, text.find('.'));
    if (whole.empty() || whole.size() > 15)
        return kNoTime;
    for (const char character : whole) {
        if (!isDigit(character))
            return kNoTime;
        value = value * 10 + (character - '0');
    }
    if (whole.size() == text.size())
        return inRange(value * unit);
    Cursor fraction(text.substr(whole.size() + 1));
    const int milliseconds = fraction.milliseconds();
    const bool isFraction = fraction.atEnd() && text.size() > whole.size() + 1;
    return isFraction ? inRange(value * unit + (unit == kMsPerSecond ? milliseconds : 0)) : kNoTime;
}

} // namespace

std::optional<TimePattern> TimePattern::compile(const QString &text)
{
    TimePattern pattern;
    pattern.m_text = text;
    if (text == QLatin1String("iso"))
        return pattern;
    if (text == QLatin1String("epoch-s") || text == QLatin1String("epoch-ms")) {
        pattern.m_kind = text.endsWith(QLatin1String("ms")) ? Kind::EpochMilliseconds : Kind::EpochSeconds;
        return pattern;
    }
    pattern.m_kind = Kind::Letters;
    const std::string latin = text.toStdString();
    static constexpr std::string_view kLetters = "yMdHhmsAzZ";
    for (std::size_t place = 0; place < latin.size();) {
        const char letter = latin[place];
        std::size_t end = place + 1;
        if (kLetters.find(letter) == std::string_view::npos) {
            pattern.m_tokens.push_back({0, letter});
        } else {
            while (end < latin.size() && latin[end] == letter)
                ++end;
            if (letter == 'A' && end < latin.size() && latin[end] == 'P')
                ++end;
            const std::size_t length = end - place;
            const bool isShortYear = letter == 'y' && length == 2;
            pattern.m_tokens.push_back({letter == 'M' && length >= 3 ? 'N' : isShortYear ? 'Y' : letter, 0});
        }
        place = end;
    }
    if (pattern.m_tokens.empty())
        return std::nullopt;
    return pattern;
}

TimeMs TimePattern::parse(std::string_view text, const TimeZone &zone) const
{
    switch (m_kind) {
    case Kind::Iso:
        return parseIso(text, zone);
    case Kind::EpochSeconds:
        return parseEpoch(text, kMsPerSecond);
    case Kind::EpochMilliseconds:
        return parseEpoch(text, 1);
    case Kind::Letters:
        break;
    }
    return parseLetters(text, zone);
}

TimeZone::Clock TimePattern::clockOf(std::string_view text, const TimeZone &zone) const
{
    static const TimeZone utc = *TimeZone::named(QStringLiteral("UTC"));
    static const TimeZone hourEast = *TimeZone::named(QStringLiteral("UTC+01:00"));
    const TimeMs wallClock = parse(text, utc);
    const bool namesItsZone = wallClock == parse(text, hourEast);
    return wallClock == kNoTime || namesItsZone ? TimeZone::Clock::Plain : zone.clockAt(wallClock);
}

TimeMs TimePattern::parseLetters(std::string_view text, const TimeZone &zone) const
{
    Cursor cursor(text);
    Parts parts;
    bool understood = true;
    for (const Token &token : m_tokens) {
        switch (token.letter) {
        case 'y':
            parts.year = cursor.number(4, 4);
            break;
        case 'Y':
            parts.year = cursor.number(2, 2);
            understood = parts.year >= 0;
            parts.year += 2000;
            break;
        case 'M':
            parts.month = cursor.number(1, 2);
            break;
        case 'N':
            parts.month = cursor.monthName();
            break;
        case 'd':
            parts.day = cursor.number(1, 2);
            break;
        case 'H':
            parts.hour = cursor.number(1, 2);
            break;
        case 'h':
            parts.hour = cursor.number(1, 2);
            parts.twelveHours = true;
            break;
        case 'm':
            parts.minute = cursor.number(1, 2);
            break;
        case 's':
            parts.second = cursor.number(1, 2);
            break;
        case 'z':
            if (cursor.skip('.') || cursor.skip(','))
                parts.millisecond = cursor.milliseconds();
            break;
        case 'A':
            parts.afternoon = cursor.peek() == 'P' || cursor.peek() == 'p';
            understood =
                understood && (cursor.skip('A') || cursor.skip('a') || cursor.skip('P') || cursor.skip('p'));
            understood = understood && (cursor.skip('M') || cursor.skip('m'));
            break;
        case 'Z':
            understood = understood && readZone(cursor, parts);
            break;
        default:
            understood = understood && cursor.skip(token.literal);
            break;
        }
        if (!understood)
            return kNoTime;
    }
    return cursor.atEnd() ? combine(parts, zone) : kNoTime;
}

DayOrder TimePattern::dayOrder() const
{
    for (const Token &token : m_tokens) {
        if (token.letter == 'y' || token.letter == 'Y' || token.letter == 'N')
            return DayOrder::Unknown;
        if (token.letter == 'd')
            return DayOrder::DayFirst;
        if (token.letter == 'M')
            return DayOrder::MonthFirst;
    }
    return DayOrder::Unknown;
}

TimeResolution TimePattern::finest() const
{
    if (m_kind != Kind::Letters)
        return TimeResolution::Millisecond;
    const auto has = [this](char letter) {
        return std::ranges::any_of(m_tokens, [letter](const Token &token) { return token.letter == letter; });
    };
    return has('z')   ? TimeResolution::Millisecond
           : has('s') ? TimeResolution::Second
           : has('m') ? TimeResolution::Minute
                      : TimeResolution::Day;
}

bool TimePattern::namesItsZone(std::string_view text) const
{
    static const TimeZone kHere = *TimeZone::named(QStringLiteral("UTC"));
    static const TimeZone kElsewhere = *TimeZone::named(QStringLiteral("UTC+05:00"));
    return parse(text, kHere) == parse(text, kElsewhere);
}

} // namespace clicksieve
