// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "simulator/networks.h"

namespace clicksieve::simulator {

const Networks::Ranges &Networks::homes()
{
    // Consumer blocks of Deutsche Telekom, BT, Orange and Comcast: as plain as can be.
    static const Ranges ranges{{79, 192, 0, 0, 10}, {84, 128, 0, 0, 10}, {87, 128, 0, 0, 10},
                               {86, 128, 0, 0, 11}, {90, 0, 0, 0, 10},   {73, 0, 0, 0, 8}};
    return ranges;
}

const Networks::Ranges &Networks::carriers()
{
    // Carriers put many strangers behind one address: Robert-312/Email-Tracking-BOT-Detection warns of it.
    static const Ranges ranges{
        {80, 187, 64, 0, 18}, {109, 40, 0, 0, 14}, {176, 0, 0, 0, 14}, {172, 56, 0, 0, 16}};
    return ranges;
}

const Networks::Ranges &Networks::offices()
{
    static const Ranges ranges{
        {62, 153, 0, 0, 16}, {217, 6, 0, 0, 15}, {212, 185, 0, 0, 16}, {81, 137, 192, 0, 18}};
    return ranges;
}

const Networks::Ranges &Networks::webGateways()
{
    // Zscaler hubs: human egress, MISP/misp-warninglists.
    static const Ranges ranges{{165, 225, 72, 0, 22}, {147, 161, 164, 0, 23}};
    return ranges;
}

const Networks::Ranges &Networks::privateRelay()
{
    // None in 17.0.0.0/8; Akamai, Cloudflare and Fastly: MISP/misp-warninglists, iCloud Private Relay
    // v20260811.
    static const Ranges ranges{{172, 225, 76, 0, 22},  {172, 225, 248, 0, 22}, {172, 226, 8, 0, 22},
                               {172, 226, 188, 0, 22}, {104, 28, 28, 0, 26},   {104, 28, 29, 0, 27},
                               {146, 75, 128, 0, 23},  {140, 248, 0, 0, 23}};
    return ranges;
}

const Networks::Ranges &Networks::googleImages()
{
    // 66.249.93.73 and .84 are seen with GoogleImageProxy (AS15169): wordtothewise.com 2013-12.
    static const Ranges ranges{{66, 249, 93, 64, 27}, {66, 249, 93, 192, 27}, {66, 249, 81, 64, 27}};
    return ranges;
}

const Networks::Ranges &Networks::yahooImages()
{
    static const Ranges ranges{{87, 248, 116, 0, 24}, {98, 137, 64, 0, 22}};
    return ranges;
}

const Networks::Ranges &Networks::outlookWeb()
{
    // Endpoint set 1, used for people: MicrosoftDocs/microsoft-365-docs, office-365-worldwide-endpoints.md.
    static const Ranges ranges{{40, 96, 0, 0, 13}, {52, 96, 0, 0, 14}, {40, 104, 0, 0, 15}};
    return ranges;
}

const Networks::Ranges &Networks::clouds()
{
    // Amazon, Google, Microsoft, OVH and Hetzner servers outside every published scanner range: scanners rent
    // everywhere, not at one provider alone.
    static const Ranges ranges{{3, 64, 0, 0, 12},   {18, 192, 0, 0, 13}, {54, 160, 0, 0, 12},
                               {20, 50, 0, 0, 16},  {20, 108, 0, 0, 16}, {34, 88, 0, 0, 14},
                               {35, 205, 0, 0, 16}, {51, 75, 0, 0, 16},  {95, 216, 0, 0, 15}};
    return ranges;
}

const Networks::Ranges &Networks::microsoftFilters()
{
    // Endpoint sets 9 and 10: MicrosoftDocs/microsoft-365-docs,
    // office-365-worldwide-endpoints.md. 40.94.0.0/16 is in no published set but seen widely: gophish/gophish
    // issue 2646, opencollective/opencollective issue 3656.
    static const Ranges ranges{{40, 92, 0, 0, 15}, {40, 94, 0, 0, 16}, {104, 47, 0, 0, 17}};
    return ranges;
}

const Networks::Ranges &Networks::barracudaFilters()
{
    // warmbly/warmbly tracking/scanner-networks.txt.
    static const Ranges ranges{{35, 157, 190, 224, 27}, {18, 185, 115, 192, 26}, {209, 222, 82, 0, 24}};
    return ranges;
}

const Networks::Ranges &Networks::clickProtection()
{
    // AS26211 and AS22843 (Proofpoint), AS30031 and AS42427 (Mimecast): @ip-location-db/asn 2.3.2026061719,
    // CC BY 4.0.
    static const Ranges ranges{
        {67, 231, 144, 0, 21}, {148, 163, 144, 0, 21}, {205, 139, 110, 0, 23}, {91, 220, 42, 0, 24}};
    return ranges;
}

std::string Networks::draw(const Ranges &ranges, Random &random)
{
    return random.pick(ranges).draw(random);
}

std::vector<std::string> Networks::drawMany(const Ranges &ranges, std::size_t count, Random &random)
{
    std::vector<std::string> addresses;
    addresses.reserve(count);
    while (addresses.size() < count)
        addresses.push_back(draw(ranges, random));
    return addresses;
}

} // namespace clicksieve::simulator
