// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "simulator/agents.h"

namespace clicksieve::simulator {

namespace {

#define CLICKSIEVE_WINDOWS "Mozilla/5.0 (Windows NT 10.0; Win64; x64) "
#define CLICKSIEVE_MAC "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) "
#define CLICKSIEVE_BLINK "AppleWebKit/537.36 (KHTML, like Gecko) Chrome/"
#define CLICKSIEVE_ANDROID "Mozilla/5.0 (Linux; Android 10; K) "
#define CLICKSIEVE_WEBKIT "AppleWebKit/605.1.15 (KHTML, like Gecko) Version/"

constexpr std::string_view chromeWindows = CLICKSIEVE_WINDOWS CLICKSIEVE_BLINK "145.0.0.0 Safari/537.36";
constexpr std::string_view chromeWindowsLast = CLICKSIEVE_WINDOWS CLICKSIEVE_BLINK "144.0.0.0 Safari/537.36";
constexpr std::string_view chromeMac = CLICKSIEVE_MAC CLICKSIEVE_BLINK "145.0.0.0 Safari/537.36";
constexpr std::string_view edgeWindows =
    CLICKSIEVE_WINDOWS CLICKSIEVE_BLINK "145.0.0.0 Safari/537.36 Edg/145.0.0.0";
constexpr std::string_view safariMac = CLICKSIEVE_MAC CLICKSIEVE_WEBKIT "26.3 Safari/605.1.15";
constexpr std::string_view firefoxWindows =
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:148.0) Gecko/20100101 Firefox/148.0";
constexpr std::string_view chromeAndroid =
    CLICKSIEVE_ANDROID CLICKSIEVE_BLINK "145.0.0.0 Mobile Safari/537.36";
constexpr std::string_view chromeAndroidLast =
    CLICKSIEVE_ANDROID CLICKSIEVE_BLINK "144.0.0.0 Mobile Safari/537.36";
constexpr std::string_view safariPhone =
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_7 like Mac OS X) " CLICKSIEVE_WEBKIT
    "26.3 Mobile/15E148 Safari/604.1";
constexpr std::string_view safariPhoneOld =
    "Mozilla/5.0 (iPhone; CPU iPhone OS 17_6_1 like Mac OS X) " CLICKSIEVE_WEBKIT
    "17.6 Mobile/15E148 Safari/604.1";

// What only machines still say.
constexpr std::string_view chrome138 = CLICKSIEVE_WINDOWS CLICKSIEVE_BLINK "138.0.0.0 Safari/537.36";
constexpr std::string_view chrome125 = CLICKSIEVE_WINDOWS CLICKSIEVE_BLINK "125.0.0.0 Safari/537.36";
constexpr std::string_view chrome101 = CLICKSIEVE_WINDOWS CLICKSIEVE_BLINK "101.0.4951.67 Safari/537.36";
constexpr std::string_view chrome96 = CLICKSIEVE_WINDOWS CLICKSIEVE_BLINK "96.0.4664.110 Safari/537.36";
constexpr std::string_view chrome79 = CLICKSIEVE_WINDOWS CLICKSIEVE_BLINK "79.0.3945.136 Safari/537.36";

} // namespace

std::string_view Agents::desktop(Random &random)
{
    static const List list{chromeWindows, chromeWindowsLast, chromeMac,
                           edgeWindows,   safariMac,         firefoxWindows};
    return list[random.weighted({34, 12, 12, 24, 10, 8})];
}

std::string_view Agents::phone(Random &random)
{
    static const List list{chromeAndroid, chromeAndroidLast, safariPhone, safariPhoneOld};
    return list[random.weighted({38, 14, 36, 12})];
}

std::string_view Agents::applePhone()
{
    return safariPhone;
}

std::string_view Agents::outlook()
{
    return "Mozilla/4.0 (compatible; ms-office; MSOffice 16)";
}

std::string_view Agents::gmailProxy()
{
    // A person's open: wordtothewise.com 2013-12.
    return "Mozilla/5.0 (Windows NT 5.1; rv:11.0) Gecko Firefox/11.0 (via ggpht.com GoogleImageProxy)";
}

std::string_view Agents::gmailPrefetch()
{
    // 1-6 % of Gmail opens: bird.com (SparkPost) 2022-01-25; pentacent/keila lib/keila/tracking/tracking.ex.
    return CLICKSIEVE_WINDOWS CLICKSIEVE_BLINK "42.0.2311.135 Safari/537.36 Edge/12.246 Mozilla/5.0";
}

std::string_view Agents::yahooProxy()
{
    // Litmus and Validity, 2018.
    return "YahooMailProxy; https://help.yahoo.com/kb/yahoo-mail-proxy-SLN28749.html";
}

std::string_view Agents::applePrefetch()
{
    // Exactly this since 2021-09-20: ua-parser/uap-core issue 509.
    return "Mozilla/5.0";
}

const Agents::List &Agents::scanners()
{
    // Mostly what people have. The old ones were seen from Microsoft: 79 and 96 in gophish/gophish issue
    // 2446, 101 in 2646, 125 in fleetdm/fleet issue 26976.
    static const List list{chromeWindows,  chromeWindowsLast, edgeWindows, chromeMac, safariMac,
                           firefoxWindows, chromeAndroid,     safariPhone, chrome138, chrome125,
                           chrome101,      chrome96,          chrome79};
    return list;
}

std::string_view Agents::scanner(Random &random)
{
    return scanners()[random.weighted({30, 14, 12, 8, 3, 6, 2, 2, 8, 7, 3, 3, 2})];
}

#undef CLICKSIEVE_WINDOWS
#undef CLICKSIEVE_MAC
#undef CLICKSIEVE_BLINK
#undef CLICKSIEVE_ANDROID
#undef CLICKSIEVE_WEBKIT

} // namespace clicksieve::simulator
