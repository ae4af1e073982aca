// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/numbers.h"

#include <QCoreApplication>

#include <array>
#include <chrono>

namespace clicksieve {

namespace {

constexpr qint64 kSecond = 1'000;
constexpr qint64 kMinute = 60 * kSecond;
constexpr qint64 kHour = 60 * kMinute;
constexpr qint64 kDay = 24 * kHour;
constexpr qint64 kDaysWithHours = 7; ///< above a week the hours say nothing

struct Unit {
    qint64 ms;
    const char *text;
};

constexpr std::array<Unit, 4> kUnits{{{kDay, QT_TRANSLATE_NOOP("numbers", "%1 d")},
                                      {kHour, QT_TRANSLATE_NOOP("numbers", "%1 h")},
                                      {kMinute, QT_TRANSLATE_NOOP("numbers", "%1 min")},
                                      {kSecond, QT_TRANSLATE_NOOP("numbers", "%1 s")}}};

const QString kUnknown = QStringLiteral("–");

QString unitText(const Unit &unit, qint64 count)
{
    return QCoreApplication::translate("numbers", unit.text).arg(displayLocale().toString(count));
}

QString positiveDuration(qint64 ms)
{
    for (std::size_t i = 0; i < kUnits.size(); ++i) {
        const qint64 count = ms / kUnits[i].ms;
        if (count == 0)
            continue;
        qint64 rest = i + 1 < kUnits.size() ? ms % kUnits[i].ms / kUnits[i + 1].ms : 0;
        if (ms >= kDaysWithHours * kDay)
            rest = 0;
        const QString text = unitText(kUnits[i], count);
        return rest == 0 ? text : text + QLatin1Char(' ') + unitText(kUnits[i + 1], rest);
    }
    return unitText(kUnits.back(), 0);
}

/// True for what has no shape of its own but changes what is around it: formatting, bidi, line ends, private use.
bool isTreacherous(char32_t character)
{
    switch (QChar::category(character)) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
    case QChar::Other_PrivateUse:
    case QChar::Other_NotAssigned:
        return true;
    default:
        return false;
    }
}

void appendVisible(QString &out, char32_t character)
{
    constexpr char32_t kControlPictures = 0x2400;
    constexpr char32_t kDelete = 0x7F;
    if (character < U' ')
        out += QChar(static_cast<char16_t>(kControlPictures + character));
    else if (character == kDelete)
        out += QChar(u'\u2421');
    else
        out += QStringLiteral("⟨%1⟩").arg(QString::number(character, 16).toUpper());
}

} // namespace

QLocale displayLocale()
{
    const QLocale locale;
    return locale.language() == QLocale::C ? QLocale(QLocale::English, QLocale::UnitedStates) : locale;
}

QString countText(quint64 count)
{
    return displayLocale().toString(count);
}

QString countText(std::optional<std::uint64_t> count)
{
    return count ? countText(static_cast<quint64>(*count)) : kUnknown;
}

QString percentText(std::optional<double> share)
{
    if (!share)
        return kUnknown;
    constexpr double kHalfStep = 0.0005; // half of what one decimal can show
    const QLocale locale = displayLocale();
    if (*share == 0.0 || *share == 1.0)
        return QStringLiteral("%1 %").arg(locale.toString(static_cast<int>(*share * 100)));
    if (*share > 0 && *share < kHalfStep)
        return QStringLiteral("< %1 %").arg(locale.toString(0.1, 'f', 1));
    if (*share < 1 && *share >= 1 - kHalfStep)
        return QStringLiteral("> %1 %").arg(locale.toString(99.9, 'f', 1));
    return QStringLiteral("%1 %").arg(locale.toString(*share * 100, 'f', 1));
}

QString percentRangeText(double from, double to)
{
    constexpr double kWide = 0.1;
    const QLocale locale = displayLocale();
    const auto number = [&locale, decimals = to - from < kWide ? 1 : 0](double share) {
        return locale.toString(share * 100, 'f', share <= 0 || share >= 1 ? 0 : decimals);
    };
    return QStringLiteral("%1–%2 %").arg(number(from), number(to));
}

QString durationText(qint64 ms)
{
    if (ms == kNoTime)
        return kUnknown;
    return ms < 0 ? QStringLiteral("−") + positiveDuration(-ms) : positiveDuration(ms);
}

QString clockText(TimeMs time)
{
    if (time == kNoTime)
        return kUnknown;
    // Not QDateTime: its formatting costs microseconds a cell, and tables paint many.
    using namespace std::chrono;
    const sys_time<milliseconds> instant{milliseconds{time}};
    const auto midnight = floor<days>(instant);
    const year_month_day date{midnight};
    const hh_mm_ss clock{floor<seconds>(instant - midnight)};
    return QString::asprintf(
        "%04d-%02u-%02u %02d:%02d:%02d", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
        static_cast<unsigned>(date.day()), static_cast<int>(clock.hours().count()),
        static_cast<int>(clock.minutes().count()), static_cast<int>(clock.seconds().count()));
}

QString visibleText(std::string_view text)
{
    const QString decoded = QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
    QString visible;
    visible.reserve(decoded.size());
    for (qsizetype i = 0; i < decoded.size(); ++i) {
        char32_t character = decoded[i].unicode();
        const bool pair =
            decoded[i].isHighSurrogate() && i + 1 < decoded.size() && decoded[i + 1].isLowSurrogate();
        if (pair)
            character = QChar::surrogateToUcs4(decoded[i], decoded[i + 1]);
        if (isTreacherous(character))
            appendVisible(visible, character);
        else
            visible += QStringView(decoded).mid(i, pair ? 2 : 1);
        if (pair)
            ++i;
    }
    return visible;
}

} // namespace clicksieve
