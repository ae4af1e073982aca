// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/networks/networkshares.h"

#include "core/detect/verdicts.h"
#include "core/events/eventtable.h"

#include <algorithm>
#include <tuple>
#include <unordered_map>

namespace clicksieve {

namespace {

/// The share of each address of the table, looked up once; fills @p shares, with the unknown at the beginning.
std::vector<std::uint32_t> sharesOfAddresses(const EventTable &table, const NetworkNames &names,
                                             std::vector<NetworkShare> &shares)
{
    shares.resize(1);
    std::unordered_map<std::uint32_t, std::uint32_t> known{{0, 0}};
    std::vector<std::uint32_t> ofAddress(table.addresses().size());
    for (std::uint32_t address = 0; address < ofAddress.size(); ++address) {
        const auto network = names.find(table.addresses()[address]);
        if (!network)
            continue;
        const auto [place, isNew] =
            known.try_emplace(network->number, static_cast<std::uint32_t>(shares.size()));
        if (isNew)
            shares.push_back({*network});
        ofAddress[address] = place->second;
    }
    return ofAddress;
}

} // namespace

std::vector<NetworkShare> networkShares(const EventTable &table, const Verdicts &verdicts,
                                        const NetworkNames &names)
{
    std::vector<NetworkShare> shares;
    const std::vector<std::uint32_t> ofAddress = sharesOfAddresses(table, names, shares);
    for (const std::uint32_t event : table.messages().allActions()) {
        const AddressIndex address = table.addressOf(table.client(event));
        if (address.isNone())
            continue;
        NetworkShare &share = shares[ofAddress[address.value()]];
        const bool isMachine = verdicts.isMachine(event);
        if (table.type(event) == EventType::Click) {
            ++share.clicks;
            share.machineClicks += isMachine ? 1U : 0U;
        } else {
            ++share.opens;
            share.machineOpens += isMachine ? 1U : 0U;
        }
    }
    std::erase_if(shares, [](const NetworkShare &share) { return share.opens + share.clicks == 0; });
    std::sort(shares.begin(), shares.end(), [](const NetworkShare &one, const NetworkShare &other) {
        const auto rank = [](const NetworkShare &share) {
            return std::tuple(share.network.number == 0, ~share.machineClicks, ~share.machineOpens,
                              share.network.number);
        };
        return rank(one) < rank(other);
    });
    return shares;
}

} // namespace clicksieve
