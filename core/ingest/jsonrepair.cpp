// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/jsonrepair.h"

#include <algorithm>
#include <charconv>

namespace clicksieve {

namespace {

/// An integer of that many digits always fits in 64 bits.
constexpr std::size_t kSafeDigits = 18;
/// Length of "\u1234".
constexpr std::size_t kEscape = 6;

/// The code unit that the escape at @p place writes; -1 where there is none.
int codeUnitAt(std::string_view json, std::size_t place)
{
    int unit = 0;
    if (json.size() < place + kEscape || json[place] != '\\' || json[place + 1] != 'u')
        return -1;
    const char *end = json.data() + place + kEscape;
    const auto read = std::from_chars(json.data() + place + 2, end, unit, 16);
    return read.ptr == end && unit >= 0 ? unit : -1;
}

bool isSurrogate(int unit, bool first)
{
    return unit >= 0 && (unit & 0xfc00) == (first ? 0xd800 : 0xdc00);
}

/// Appends the escape at @p place; one past it.
std::size_t appendEscape(std::string &repaired, std::string_view json, std::size_t place)
{
    const int unit = codeUnitAt(json, place);
    std::size_t length = unit >= 0 ? kEscape : 2;
    if (isSurrogate(unit, true) && isSurrogate(codeUnitAt(json, place + kEscape), false))
        length = 2 * kEscape;
    const bool isHalf = length == kEscape && (isSurrogate(unit, true) || isSurrogate(unit, false));
    repaired += isHalf ? std::string_view("\\ufffd") : json.substr(place, length);
    return std::min(place + length, json.size());
}

/// Appends the text that begins at @p quote; one past it.
std::size_t appendText(std::string &repaired, std::string_view json, std::size_t quote)
{
    repaired += '"';
    std::size_t place = quote + 1;
    while (place < json.size()) {
        if (json[place] == '\\') {
            place = appendEscape(repaired, json, place);
            continue;
        }
        repaired += json[place];
        if (json[place++] == '"')
            break;
    }
    return place;
}

/// Appends the number that begins at @p place; one past it.
std::size_t appendNumber(std::string &repaired, std::string_view json, std::size_t place)
{
    const std::size_t end = std::min(json.find_first_not_of("+-.0123456789eE", place), json.size());
    const std::string_view number = json.substr(place, end - place);
    const bool isInteger =
        number.find_first_not_of("0123456789", number.front() == '-' ? 1 : 0) == number.npos;
    const bool mayBeTooLarge =
        isInteger ? number.size() > kSafeDigits : number.find_first_of("eE") != number.npos;
    const std::string_view quote = mayBeTooLarge ? "\"" : "";
    ((repaired += quote) += number) += quote;
    return end;
}

} // namespace

std::string repairedJson(std::string_view json)
{
    std::string repaired;
    repaired.reserve(json.size());
    std::size_t place = 0;
    while (place < json.size()) {
        const char character = json[place];
        if (character == '"') {
            place = appendText(repaired, json, place);
        } else if (character == '-' || (character >= '0' && character <= '9')) {
            place = appendNumber(repaired, json, place);
        } else {
            repaired += character;
            ++place;
        }
    }
    return repaired;
}

} // namespace clicksieve
