// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string_view>

namespace clicksieve::simulator {

/// How an event came about: the truth that a detector is measured against.
enum class Manner {
    None, ///< sent, delivered, bounce

    PersonDesktop,
    PersonPhone,
    PersonImagesOff,    ///< clicks without ever loading the pixel
    PersonPixelOnClick, ///< a client that loads the pictures when a link is clicked: open and click in one
                        ///< second
    PersonTabs,         ///< a quick reader opens several links within seconds
    PersonDoubleClick,  ///< the second of two clicks on one link
    PersonIsolated,     ///< a person whose browser runs in a security vendor's network
    PersonRelay,        ///< a person's click through iCloud Private Relay
    GmailProxy,         ///< a person's open, fetched by Google
    YahooProxy,         ///< a person's open, fetched by Yahoo
    OutlookWeb,         ///< a person's open, fetched by Microsoft

    InstantSweep,
    DelayedSweep,
    PartialFleet,
    RotatingSweep,
    JitteredSweep,
    PreDeliverySweep,
    Rescan,
    SingleLinkProbe,
    TimeOfClick,
    EndpointCheck, ///< the virus scanner of the computer that clicked, from the same address
    HourlyPulse,
    ApplePrefetch,
    GmailPrefetch,
};

/// Kebab-case name, as in the truth file; empty for None.
std::string_view mannerId(Manner manner);

/// True when no person acted.
bool isMachine(Manner manner);

} // namespace clicksieve::simulator
