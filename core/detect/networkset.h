// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace clicksieve {

/// An IPv4 or IPv6 address as 128 bits; IPv4 as ::ffff:a.b.c.d (RFC 4291, section 2.5.5.2).
struct IpAddress {
    std::uint64_t high = 0;
    std::uint64_t low = 0;

    /// nullopt for anything but one plain address. A port or a zone is not accepted.
    [[nodiscard]] static std::optional<IpAddress> parse(std::string_view text);

    friend auto operator<=>(const IpAddress &, const IpAddress &) = default;
};

/// Networks, each with a number; finds all that hold an address. Add everything, then seal(), then look up
/// from any thread.
class NetworkSet {
public:
    /// @p cidr: "40.92.0.0/15", "2a01:111:f403::/48" or a single address. False where it is none.
    bool add(std::string_view cidr, std::uint32_t number);
    void seal();

    /// Calls use(number) for each network that holds the address.
    template <typename Use>
    void find(const IpAddress &address, Use use) const
    {
        for (std::uint32_t place = firstAfter(address); place > 0; --place) {
            const Network &network = m_networks[place - 1];
            if (network.last >= address)
                use(network.number);
            if (network.reachBefore < address)
                break;
        }
    }

private:
    struct Network {
        IpAddress first;
        IpAddress last;
        IpAddress reachBefore; ///< the largest last of this and all earlier networks
        std::uint32_t number = 0;
    };

    [[nodiscard]] std::uint32_t firstAfter(const IpAddress &address) const;

    std::vector<Network> m_networks;
};

} // namespace clicksieve
