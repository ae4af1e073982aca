// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/networkset.h"

#include <algorithm>
#include <charconv>

#include <arpa/inet.h>

namespace clicksieve {

namespace {

constexpr std::uint64_t kMappedPrefix = 0x0000'FFFF'0000'0000ULL; // ::ffff:0:0/96
constexpr unsigned kMappedBits = 96;

std::uint64_t bigEndian(const unsigned char *bytes)
{
    std::uint64_t value = 0;
    for (int place = 0; place < 8; ++place)
        value = value << 8U | bytes[place];
    return value;
}

/// The bits of @p half that a prefix of @p length leaves free.
std::uint64_t hostBits(unsigned length)
{
    return length >= 64 ? 0 : length == 0 ? ~std::uint64_t{0} : ~std::uint64_t{0} >> length;
}

} // namespace

std::optional<IpAddress> IpAddress::parse(std::string_view text)
{
    std::array<char, INET6_ADDRSTRLEN + 1> buffer{};
    if (text.empty() || text.size() >= buffer.size())
        return std::nullopt;
    std::copy(text.begin(), text.end(), buffer.begin());
    std::array<unsigned char, 16> bytes{};
    if (text.find(':') == std::string_view::npos) {
        if (inet_pton(AF_INET, buffer.data(), bytes.data()) != 1)
            return std::nullopt;
        const std::uint64_t address = std::uint64_t{bytes[0]} << 24U | std::uint64_t{bytes[1]} << 16U
                                      | std::uint64_t{bytes[2]} << 8U | bytes[3];
        return IpAddress{0, kMappedPrefix | address};
    }
    if (inet_pton(AF_INET6, buffer.data(), bytes.data()) != 1)
        return std::nullopt;
    return IpAddress{bigEndian(bytes.data()), bigEndian(bytes.data() + 8)};
}

bool NetworkSet::add(std::string_view cidr, std::uint32_t number)
{
    const auto slash = cidr.find('/');
    const auto address = IpAddress::parse(cidr.substr(0, slash));
    if (!address)
        return false;
    const bool isV4 = cidr.find(':') == std::string_view::npos;
    unsigned length = isV4 ? 32 : 128;
    if (slash != std::string_view::npos) {
        const std::string_view digits = cidr.substr(slash + 1);
        unsigned given = 0;
        const auto [end, problem] = std::from_chars(digits.data(), digits.data() + digits.size(), given);
        if (problem != std::errc{} || end != digits.data() + digits.size() || given > length)
            return false;
        length = given;
    }
    if (isV4)
        length += kMappedBits;
    const std::uint64_t highHost = hostBits(length);
    const std::uint64_t lowHost = hostBits(length > 64 ? length - 64 : 0);
    Network network;
    network.first = {address->high & ~highHost, address->low & ~lowHost};
    network.last = {address->high | highHost, address->low | lowHost};
    network.number = number;
    m_networks.push_back(network);
    return true;
}

void NetworkSet::seal()
{
    std::ranges::sort(m_networks, [](const Network &one, const Network &other) {
        return one.first != other.first ? one.first < other.first : one.last > other.last;
    });
    for (std::size_t place = 0; place < m_networks.size(); ++place) {
        const IpAddress before = place == 0 ? IpAddress{} : m_networks[place - 1].reachBefore;
        m_networks[place].reachBefore = std::max(before, m_networks[place].last);
    }
}

std::uint32_t NetworkSet::firstAfter(const IpAddress &address) const
{
    const auto found = std::ranges::upper_bound(m_networks, address, {}, &Network::first);
    return static_cast<std::uint32_t>(found - m_networks.begin());
}

} // namespace clicksieve
