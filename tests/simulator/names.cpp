// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "simulator/names.h"

#include <array>
#include <string_view>

namespace clicksieve::simulator {

namespace {

constexpr std::array<std::string_view, 40> givenNames{
    "anna",  "ben",    "clara", "david", "elif", "finn", "greta", "hugo",  "ines",  "jonas",
    "karla", "liam",   "mara",  "nils",  "olga", "paul", "rosa",  "simon", "tara",  "ulf",
    "vera",  "willem", "yara",  "zoe",   "amir", "bea",  "carlo", "dora",  "emil",  "frida",
    "gina",  "hanna",  "ivan",  "julia", "kofi", "lena", "mateo", "nora",  "oscar", "petra"};

constexpr std::array<std::string_view, 50> familyNames{
    "abel",    "bauer",  "clarke", "dietz", "ebert", "fischer", "garcia", "hansen", "ito",    "jansen",
    "keller",  "lorenz", "meier",  "novak", "otto",  "peters",  "quast",  "rossi",  "sommer", "thomas",
    "ullrich", "vogel",  "weber",  "xu",    "young", "ziegler", "adams",  "brandt", "costa",  "dubois",
    "evans",   "frank",  "graf",   "huber", "ivers", "jung",    "kraus",  "lang",   "moreau", "nguyen",
    "olsen",   "pohl",   "reuter", "silva", "thorn", "urban",   "vance",  "winter", "yilmaz", "zander"};

constexpr std::array<std::string_view, 24> companyStarts{
    "nord", "alpen", "hansa", "rhein", "polar", "delta", "terra", "vita", "stadt", "ost", "aero", "blau",
    "gran", "lumen", "mono",  "nova",  "orbi",  "prime", "quer",  "riva", "silva", "tal", "uni",  "west"};

constexpr std::array<std::string_view, 24> companyEnds{
    "bank",    "werk",    "logistik", "medien", "bau",  "pharma", "klinik",  "energie",
    "versand", "technik", "glas",     "holz",   "data", "soft",   "consult", "labor",
    "druck",   "auto",    "haus",     "stahl",  "food", "textil", "park",    "verlag"};

} // namespace

std::string Names::localPart(Random &random)
{
    const std::string given(random.pick(givenNames));
    const std::string family(random.pick(familyNames));
    switch (random.below(4)) {
    case 0:
        return given.substr(0, 1) + '.' + family;
    case 1:
        return given + '.' + family + std::to_string(random.between(60, 99));
    default:
        return given + '.' + family;
    }
}

std::string Names::companyDomain(std::size_t number, Random &random)
{
    // A stride that shares no factor with 576 visits every pair once before the numbers start.
    constexpr std::size_t pairs = companyStarts.size() * companyEnds.size();
    constexpr std::size_t stride = 241;
    const std::size_t pair = number * stride % pairs;
    std::string name(companyStarts[pair / companyEnds.size()]);
    name += companyEnds[pair % companyEnds.size()];
    if (number >= pairs)
        name += '-' + std::to_string(number / pairs + 1);
    return name + (random.chance(150) ? "-group.example" : ".example");
}

} // namespace clicksieve::simulator
