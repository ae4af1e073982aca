// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/eventfixture.h"

#include <string>

namespace clicksieve::tests {

/// A scanner clicks all links of every mail to one company; people read later.
inline Analysis scannedCompany()
{
    EventFixture mail;
    for (int person = 0; person < 40; ++person) {
        const bool isScanned = person < 20;
        const std::string who =
            "person" + std::to_string(person) + (isScanned ? "@nordbank.dk" : "@mail.example");
        mail.sent(who).delivered(who, 2'000);
        for (int link = 0; isScanned && link < 6; ++link)
            mail.click(who, 31'000 + link * 200, "https://shop.example/" + std::to_string(link),
                       "198.51.100.7", "python-requests/2.31");
        mail.open(who, 3'600'000 + person * 61'000, "192.0.2." + std::to_string(person), "Mozilla/5.0");
        mail.click(who, 3'640'000 + person * 61'000, "https://shop.example/1",
                   "192.0.2." + std::to_string(person), "Mozilla/5.0");
    }
    return mail.analysis();
}

} // namespace clicksieve::tests
