// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/mapping/cellkinds.h"

#include <algorithm>
#include <array>

namespace clicksieve {

namespace {

/// Longer ones are texts; RFC 3696 allows no more for an address.
constexpr std::size_t kLongestMailAddress = 320;

bool isDigit(char character)
{
    return character >= '0' && character <= '9';
}

bool isLetter(char character)
{
    return (character | 0x20) >= 'a' && (character | 0x20) <= 'z';
}

bool startsWithoutCase(std::string_view text, std::string_view lowerStart)
{
    return text.size() >= lowerStart.size()
           && std::ranges::equal(text.substr(0, lowerStart.size()), lowerStart,
                                 [](char one, char other) { return (one | 0x20) == (other | 0x20); });
}

bool isVersion4(std::string_view text)
{
    int parts = 0;
    while (!text.empty() && parts < 4) {
        std::size_t digits = 0;
        int value = 0;
        while (digits < text.size() && digits < 3 && isDigit(text[digits]))
            value = value * 10 + (text[digits++] - '0');
        if (digits == 0 || value > 255)
            return false;
        text.remove_prefix(digits);
        ++parts;
        if (parts < 4) {
            if (!text.starts_with('.'))
                return false;
            text.remove_prefix(1);
        }
    }
    return parts == 4 && (text.empty() || text.front() == ':' || text.front() == '/');
}

bool isVersion6(std::string_view text)
{
    const bool onlyItsCharacters = std::ranges::all_of(text, [](char character) {
        return isDigit(character) || character == ':' || character == '.'
               || ((character | 0x20) >= 'a' && (character | 0x20) <= 'f');
    });
    const auto colons = std::ranges::count(text, ':');
    return onlyItsCharacters && text.size() <= 45
           && (colons == 7 || (colons >= 2 && colons < 8 && text.find("::") != std::string_view::npos));
}

} // namespace

bool isMailAddress(std::string_view cell)
{
    if (const std::size_t bracket = cell.rfind('<'); cell.ends_with('>') && bracket != std::string_view::npos)
        cell = cell.substr(bracket + 1, cell.size() - bracket - 2);
    const std::size_t at = cell.rfind('@');
    if (at == std::string_view::npos || at == 0 || cell.size() > kLongestMailAddress)
        return false;
    const std::string_view domain = cell.substr(at + 1);
    return cell.find_first_of(" \t/,;") == std::string_view::npos && domain.size() > 2
           && domain.find('.') != std::string_view::npos && !domain.starts_with('.')
           && !domain.ends_with('.');
}

bool isWebAddress(std::string_view cell)
{
    return startsWithoutCase(cell, "http://") || startsWithoutCase(cell, "https://")
           || (startsWithoutCase(cell, "www.") && cell.find(' ') == std::string_view::npos);
}

bool isNetworkAddress(std::string_view cell)
{
    const std::string_view first = cell.substr(0, cell.find_first_of(", ;"));
    return !first.empty() && (isVersion4(first) || isVersion6(first));
}

bool isUserAgent(std::string_view cell)
{
    static constexpr std::array<std::string_view, 6> kKnown = {
        "mozilla/", "opera/", "outlook", "microsoft office", "apple mail", "thunderbird"};
    if (std::ranges::any_of(kKnown, [&](std::string_view start) { return startsWithoutCase(cell, start); }))
        return true;
    const std::size_t slash = cell.find('/');
    return slash != std::string_view::npos && slash > 1 && slash + 1 < cell.size() && isLetter(cell.front())
           && isDigit(cell[slash + 1]) && cell.substr(0, slash).find(' ') == std::string_view::npos
           && cell.find('@') == std::string_view::npos;
}

bool isNumber(std::string_view cell)
{
    if (cell.starts_with('-'))
        cell.remove_prefix(1);
    int points = 0;
    const bool onlyItsCharacters = std::ranges::all_of(cell, [&](char character) {
        points += character == '.' || character == ',' ? 1 : 0;
        return isDigit(character) || character == '.' || character == ',';
    });
    return !cell.empty() && onlyItsCharacters && points <= 1;
}

} // namespace clicksieve
