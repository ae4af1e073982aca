// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/events/textneedle.h"

#include <algorithm>

namespace clicksieve {

namespace {

constexpr char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool isAscii(const QString &text)
{
    return std::all_of(text.cbegin(), text.cend(), [](QChar c) { return c.unicode() < 0x80; });
}

} // namespace

TextNeedle::TextNeedle(const QString &text) : m_text(text)
{
    if (isAscii(text))
        m_lowerAscii = text.toLower().toStdString();
}

bool TextNeedle::isIn(std::string_view text) const
{
    if (m_lowerAscii.empty())
        return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()))
            .contains(m_text, Qt::CaseInsensitive);
    return std::search(text.begin(), text.end(), m_lowerAscii.begin(), m_lowerAscii.end(),
                       [](char one, char other) { return lower(one) == other; })
           != text.end();
}

} // namespace clicksieve
