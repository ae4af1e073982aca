// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "simulator/addressrange.h"

#include <string>
#include <vector>

namespace clicksieve::simulator {

/// Address ranges by who uses them. Addresses are drawn at random and stand for nobody.
class Networks {
public:
    using Ranges = std::vector<AddressRange>;

    static const Ranges &homes();            ///< consumer lines
    static const Ranges &carriers();         ///< mobile networks; many strangers behind few addresses
    static const Ranges &offices();          ///< business lines
    static const Ranges &webGateways();      ///< secure web gateways: people of several companies
    static const Ranges &privateRelay();     ///< Apple relay egress
    static const Ranges &googleImages();     ///< Gmail's image proxy
    static const Ranges &yahooImages();      ///< Yahoo's image proxy
    static const Ranges &outlookWeb();       ///< Exchange Online and Outlook web, for people
    static const Ranges &clouds();           ///< rented servers, on no list of scanners
    static const Ranges &microsoftFilters(); ///< published or widely seen mail filters
    static const Ranges &barracudaFilters();
    static const Ranges &clickProtection(); ///< Proofpoint and Mimecast, isolation browsers included

    static std::string draw(const Ranges &ranges, Random &random);
    static std::vector<std::string> drawMany(const Ranges &ranges, std::size_t count, Random &random);
};

} // namespace clicksieve::simulator
