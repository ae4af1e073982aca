// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/random.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <numbers>
#include <string_view>
#include <vector>

namespace {

using clicksieve::simulator::Random;

constexpr std::int64_t kStart = 1'772'427'600; ///< 2026-03-02T05:00:00Z
constexpr std::int64_t kHour = 3'600;
constexpr std::int64_t kWeek = 7 * 24 * kHour;
constexpr std::array kSends = {kStart + 3 * kHour, kStart + 27 * kHour, kStart + 51 * kHour};
constexpr std::array kAgents = {"Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like "
                                "Gecko) Chrome/126.0.0.0 Safari/537.36",
                                "Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 "
                                "(KHTML, like Gecko) Mobile/15E148",
                                "Mozilla/5.0 (X11; Linux x86_64; rv:127.0) Gecko/20100101 Firefox/127.0"};

enum class Visitor : std::uint8_t { Other, Scanner, Person };

struct Request {
    std::int64_t second = 0;
    Visitor visitor = Visitor::Other;
    std::uint32_t client = 0;
    std::uint32_t page = 0; ///< of the site, or the recipient of the mail
};

double share(Random &random)
{
    return static_cast<double>(random.next() >> 11U) * 0x1p-53;
}

double logNormal(Random &random, double mu, double sigma)
{
    const double radius = std::sqrt(-2 * std::log(1 - share(random)));
    return std::exp(mu + sigma * radius * std::cos(2 * std::numbers::pi * share(random)));
}

/// Seven in ten all over the week; two are scanners' in the minute after one of three sends, one is a person's, later.
Request makeRequest(Random &random)
{
    const std::uint64_t kind = random.below(10);
    const std::int64_t send = kSends[random.below(kSends.size())];
    const auto recipient = static_cast<std::uint32_t>(random.below(60'001));
    if (kind < 7)
        return {kStart + static_cast<std::int64_t>(random.below(kWeek)), Visitor::Other,
                static_cast<std::uint32_t>(random.below(20'000)),
                static_cast<std::uint32_t>(random.below(5'000))};
    if (kind < 9)
        return {send + static_cast<std::int64_t>(logNormal(random, 3.76, 0.75)), Visitor::Scanner,
                100'000 + static_cast<std::uint32_t>(random.below(2'000)), recipient};
    const double latest = share(random) * 4 * 24 * kHour;
    return {send + static_cast<std::int64_t>(std::min(logNormal(random, 9.2, 1.9), latest)), Visitor::Person,
            200'000 + static_cast<std::uint32_t>(random.below(30'000)), recipient};
}

void write(std::FILE *file, const Request &request, Random &random)
{
    constexpr std::string_view kMonths = "JanFebMarAprMayJunJulAugSepOctNovDec";
    const std::chrono::sys_seconds moment{std::chrono::seconds(request.second + kHour)}; // +0100
    const auto day = std::chrono::floor<std::chrono::days>(moment);
    const std::chrono::year_month_day date(day);
    const std::chrono::hh_mm_ss clock(moment - day);
    const std::uint32_t client = request.client;
    std::fprintf(file, "%u.%u.%u.%u - - [%02u/%.3s/%04d:%02d:%02d:%02d +0100] \"GET ",
                 11 + client / 65'536 % 200, client / 256 % 256, client * 7 % 256, client % 256,
                 static_cast<unsigned>(date.day()),
                 kMonths.data() + std::size_t{3} * (static_cast<unsigned>(date.month()) - 1),
                 static_cast<int>(date.year()), static_cast<int>(clock.hours().count()),
                 static_cast<int>(clock.minutes().count()), static_cast<int>(clock.seconds().count()));
    if (request.visitor == Visitor::Other)
        std::fprintf(file, "/page/%u", request.page);
    else
        std::fprintf(file, "/offer?utm_source=nl&utm_medium=email&mc_cid=ab12&mc_eid=%06x", request.page);
    const bool hasReferer = request.visitor == Visitor::Other && client % 2 == 1;
    std::fprintf(file, " HTTP/1.1\" 200 %u \"%s\" \"%s\"\n",
                 static_cast<unsigned>(500 + random.below(89'500)),
                 hasReferer ? "https://www.example.com/" : "-", kAgents[client % kAgents.size()]);
}

} // namespace

/// clicksieve-bench-weblog LINES FILE: writes a made-up access log of a week with three sends. Same lines, same file.
int main(int argc, char *argv[])
{
    std::size_t lines = 0;
    const std::string_view text = argc == 3 ? argv[1] : "";
    if (std::from_chars(text.data(), text.data() + text.size(), lines).ec != std::errc() || lines == 0) {
        std::fprintf(stderr, "usage: clicksieve-bench-weblog LINES FILE\n");
        return 2;
    }
    std::FILE *file = std::fopen(argv[2], "wb");
    if (file == nullptr) {
        std::perror(argv[2]);
        return 4;
    }
    Random random(1);
    std::vector<Request> requests(lines);
    std::ranges::generate(requests, [&random] { return makeRequest(random); });
    std::ranges::stable_sort(requests, {}, &Request::second);
    for (const Request &request : requests)
        write(file, request, random);
    std::fclose(file);
    return 0;
}
