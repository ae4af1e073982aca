// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace clicksieve::bench {

/// User agents of generated events: those of people first (a scanner may claim one of them), then the prefetch
/// of a mail program, then those of scanners and HTTP libraries. One has quotes and a comma, as some have.
inline constexpr std::array<std::string_view, 19> kAgents = {
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/143.0.0.0 "
    "Safari/537.36",
    "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/143.0.0.0 "
    "Safari/537.36",
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:146.0) Gecko/20100101 Firefox/146.0",
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_7 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) "
    "Version/26.0 Mobile/15E148 Safari/604.1",
    "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/143.0.0.0 Mobile "
    "Safari/537.36",
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 "
    "Safari/537.36 Edg/142.0.0.0",
    "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Thunderbird/140.5.0",
    "Microsoft Office/16.0 (Windows NT 10.0; Microsoft Outlook 16.0.17932; Pro)",
    "DeskMail/4.2 (\"Home\" edition, build 77)",
    "Mozilla/5.0",
    "python-requests/2.32.5",
    "Go-http-client/2.0",
    "curl/8.14.1",
    "okhttp/5.3.0",
    "Apache-HttpClient/5.5.1 (Java/21.0.9)",
    "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/143.0.0.0 "
    "Safari/537.36",
    "Mozilla/5.0 (compatible; ExampleLinkCheck/3.1; +https://linkcheck.example/about)",
    "ExampleMailGuard URL-Scan/7.2",
    "Wget/1.25.0",
};
inline constexpr std::uint32_t kPeopleAgents = 9;
inline constexpr std::uint8_t kPrefetchAgent = 9;
inline constexpr std::uint32_t kScannerAgent = 10;
inline constexpr std::uint32_t kScannerAgents = 9;

} // namespace clicksieve::bench
