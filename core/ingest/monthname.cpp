// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/monthname.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace clicksieve {

namespace {

/// What a name begins with, in lower case. The first that fits counts: "marraskuu" is no March.
/// Source: Unicode CLDR 42, months of the Gregorian calendar, wide and abbreviated.
constexpr std::array<std::pair<std::string_view, int>, 63> kBegins = {
    {{"marras", 11}, {"jan", 1},  {"ene", 1},   {"gen", 1},   {"sty", 1},   {"tammi", 1}, {"feb", 2},
     {"fev", 2},     {"fév", 2},  {"lut", 2},   {"helmi", 2}, {"mar", 3},   {"mär", 3},   {"maart", 3},
     {"maalis", 3},  {"mrt", 3},  {"mrz", 3},   {"apr", 4},   {"avr", 4},   {"abr", 4},   {"kwi", 4},
     {"huhti", 4},   {"may", 5},  {"mai", 5},   {"maj", 5},   {"mei", 5},   {"mag", 5},   {"touko", 5},
     {"jun", 6},     {"juin", 6}, {"giu", 6},   {"cze", 6},   {"kesä", 6},  {"jul", 7},   {"juil", 7},
     {"lug", 7},     {"lip", 7},  {"heinä", 7}, {"aug", 8},   {"aoû", 8},   {"aou", 8},   {"ago", 8},
     {"sie", 8},     {"elo", 8},  {"sep", 9},   {"set", 9},   {"wrz", 9},   {"syys", 9},  {"oct", 10},
     {"okt", 10},    {"ott", 10}, {"out", 10},  {"paź", 10},  {"loka", 10}, {"nov", 11},  {"lis", 11},
     {"dec", 12},    {"déc", 12}, {"dez", 12},  {"dic", 12},  {"des", 12},  {"gru", 12},  {"joulu", 12}}};

/// Longer words are no months; the longest is Finnish.
constexpr std::size_t kLongestName = 24;

bool isOfWord(char byte)
{
    return (static_cast<unsigned char>(byte) & 0x80U) != 0 || ((byte | 0x20) >= 'a' && (byte | 0x20) <= 'z');
}

/// Lower case for ASCII and for the accented letters of Latin-1, which UTF-8 writes as C3 and another byte.
std::string lowered(std::string_view word)
{
    std::string out(word);
    for (std::size_t place = 0; place < out.size(); ++place) {
        const bool isAscii = out[place] >= 'A' && out[place] <= 'Z';
        const bool isLatin =
            place > 0 && out[place - 1] == '\xc3' && static_cast<unsigned char>(out[place]) < 0xa0U;
        if (isAscii || isLatin)
            out[place] = static_cast<char>(static_cast<unsigned char>(out[place]) + 0x20U);
    }
    return out;
}

} // namespace

MonthName monthNameAt(std::string_view text)
{
    const auto end = std::find_if_not(text.begin(), text.end(), isOfWord);
    std::size_t length = static_cast<std::size_t>(end - text.begin());
    if (length < 3 || length > kLongestName)
        return {};
    const std::string word = lowered(text.substr(0, length));
    const auto known = std::find_if(kBegins.begin(), kBegins.end(),
                                    [&](const auto &begin) { return word.starts_with(begin.first); });
    if (known == kBegins.end())
        return {};
    const std::string_view behind = text.substr(length);
    const bool isShortForm = behind.starts_with(". ");
    return {known->second, length + (isShortForm ? 1U : 0U)};
}

} // namespace clicksieve
