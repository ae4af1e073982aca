// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/weblogs/escapes.h"

namespace clicksieve {

namespace {

int digitOf(char character)
{
    if (character >= '0' && character <= '9')
        return character - '0';
    const char lower = static_cast<char>(character | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

/// The byte of the two digits at @p place; -1 where there are none.
int byteAt(std::string_view text, std::size_t place)
{
    if (place + 2 > text.size())
        return -1;
    const int high = digitOf(text[place]);
    const int low = digitOf(text[place + 1]);
    return high < 0 || low < 0 ? -1 : high * 16 + low;
}

/// What the letter after a backslash stands for; 0 for none.
char namedByte(char letter)
{
    switch (letter) {
    case '"':
    case '\\':
        return letter;
    case 'n':
        return '\n';
    case 'r':
        return '\r';
    case 't':
        return '\t';
    case 'b':
        return '\b';
    case 'v':
        return '\v';
    default:
        return 0;
    }
}

} // namespace

void appendUnescaped(std::string &bytes, std::string_view logged)
{
    for (std::size_t place = 0; place < logged.size(); ++place) {
        if (logged[place] != '\\' || place + 1 == logged.size()) {
            bytes += logged[place];
            continue;
        }
        const char letter = logged[place + 1];
        const int byte = letter == 'x' ? byteAt(logged, place + 2) : -1;
        if (byte >= 0) {
            bytes += static_cast<char>(byte);
            place += 3;
        } else if (const char named = namedByte(letter); named != 0) {
            bytes += named;
            ++place;
        } else {
            bytes += '\\';
        }
    }
}

void appendPercentDecoded(std::string &bytes, std::string_view text)
{
    for (std::size_t place = 0; place < text.size(); ++place) {
        const int byte = text[place] == '%' ? byteAt(text, place + 1) : -1;
        if (byte < 0) {
            bytes += text[place];
        } else {
            bytes += static_cast<char>(byte);
            place += 2;
        }
    }
}

} // namespace clicksieve
