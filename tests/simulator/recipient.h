// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <string>

namespace clicksieve::simulator {

/// What a person reads mail with; it decides where an open seems to come from.
enum class MailClient {
    OfficeOutlook, ///< loads pictures itself, from the office
    OutlookWeb,    ///< pictures come through Microsoft
    Desktop,       ///< loads pictures itself
    Phone,         ///< loads pictures itself
    Gmail,         ///< pictures come through Google
    Yahoo,         ///< pictures come through Yahoo
    AppleMail,     ///< Mail Privacy Protection: the pre-fetch hides whether anybody reads
};

/// One address on the list.
struct Recipient {
    static constexpr std::uint32_t noCompany = 0xffffffff;

    std::string address;
    std::uint32_t company = noCompany; ///< index into the companies
    MailClient client = MailClient::Desktop;
    bool onPhone = false; ///< clicks end up in a phone's browser
};

} // namespace clicksieve::simulator
