// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/xlsx/numberformat.h"

#include <algorithm>

namespace clicksieve {

namespace {

/// [h], [mm], [ss]: time that goes on past the day, the hour, the minute. Other brackets are colours,
/// conditions and languages.
bool isElapsed(QStringView inside)
{
    if (inside.isEmpty())
        return false;
    const QChar first = inside.front().toLower();
    return (first == QLatin1Char('h') || first == QLatin1Char('m') || first == QLatin1Char('s'))
           && std::all_of(inside.begin(), inside.end(),
                          [&](QChar letter) { return letter.toLower() == first; });
}

/// Goes through a format code once, letter by letter.
class FormatScan {
public:
    explicit FormatScan(QStringView code) : m_code(code) {}

    NumberKind kind()
    {
        while (m_place < m_code.size())
            readOne();
        if (m_hasDay || (m_hasM && !m_hasTime))
            return NumberKind::Date;
        return m_hasTime ? NumberKind::Time : NumberKind::Plain;
    }

private:
    void readOne()
    {
        switch (m_code[m_place].toLower().unicode()) {
        case u'"':
            m_place = past(u'"');
            break;
        case u'[': {
            const qsizetype end = past(u']');
            m_hasTime |= isElapsed(m_code.mid(m_place + 1, end - m_place - 2));
            m_place = end;
            break;
        }
        case u'\\': // the next character as it is, as wide as it is, as often as there is room
        case u'_':
        case u'*':
            m_place += 2;
            break;
        case u'y':
        case u'd':
            m_hasDay = true;
            ++m_place;
            break;
        case u'h':
        case u's':
            m_hasTime = true;
            ++m_place;
            break;
        case u'm':
            readM();
            break;
        default:
            ++m_place;
        }
    }

    /// Up to two are minutes beside hours or seconds, else a month; three and more are a month's name.
    void readM()
    {
        const qsizetype begin = m_place;
        while (m_place < m_code.size() && m_code[m_place].toLower() == QLatin1Char('m'))
            ++m_place;
        (m_place - begin > 2 ? m_hasDay : m_hasM) = true;
    }

    [[nodiscard]] qsizetype past(char16_t mark) const
    {
        const qsizetype end = m_code.indexOf(QChar(mark), m_place + 1);
        return end < 0 ? m_code.size() : end + 1;
    }

    QStringView m_code;
    qsizetype m_place = 0;
    bool m_hasDay = false;
    bool m_hasTime = false;
    bool m_hasM = false;
};

} // namespace

NumberKind kindOfBuiltIn(int format)
{
    const auto within = [format](int first, int last) { return format >= first && format <= last; };
    if (within(18, 21) || within(32, 33) || within(45, 47))
        return NumberKind::Time;
    return within(14, 22) || within(27, 36) || within(50, 58) ? NumberKind::Date : NumberKind::Plain;
}

NumberKind kindOfFormat(QStringView code)
{
    return FormatScan(code).kind();
}

} // namespace clicksieve
