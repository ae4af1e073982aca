// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "simulator/manner.h"

namespace clicksieve::simulator {

std::string_view mannerId(Manner manner)
{
    switch (manner) {
    case Manner::None:
        return "";
    case Manner::PersonDesktop:
        return "person-desktop";
    case Manner::PersonPhone:
        return "person-phone";
    case Manner::PersonImagesOff:
        return "person-images-off";
    case Manner::PersonPixelOnClick:
        return "person-pixel-on-click";
    case Manner::PersonTabs:
        return "person-tabs";
    case Manner::PersonDoubleClick:
        return "person-double-click";
    case Manner::PersonIsolated:
        return "person-isolated";
    case Manner::PersonRelay:
        return "person-relay";
    case Manner::GmailProxy:
        return "gmail-proxy";
    case Manner::YahooProxy:
        return "yahoo-proxy";
    case Manner::OutlookWeb:
        return "outlook-web";
    case Manner::InstantSweep:
        return "instant-sweep";
    case Manner::DelayedSweep:
        return "delayed-sweep";
    case Manner::PartialFleet:
        return "partial-fleet";
    case Manner::RotatingSweep:
        return "rotating-sweep";
    case Manner::JitteredSweep:
        return "jittered-sweep";
    case Manner::PreDeliverySweep:
        return "pre-delivery-sweep";
    case Manner::Rescan:
        return "rescan";
    case Manner::SingleLinkProbe:
        return "single-link-probe";
    case Manner::TimeOfClick:
        return "time-of-click";
    case Manner::EndpointCheck:
        return "endpoint-check";
    case Manner::HourlyPulse:
        return "hourly-pulse";
    case Manner::ApplePrefetch:
        return "apple-prefetch";
    case Manner::GmailPrefetch:
        return "gmail-prefetch";
    }
    return "";
}

bool isMachine(Manner manner)
{
    return manner >= Manner::InstantSweep;
}

} // namespace clicksieve::simulator
