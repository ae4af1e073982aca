// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/weblogs/weblog.h"

#include <string>
#include <unordered_map>
#include <unordered_set>

namespace clicksieve {

/// Counts what the parameters of addresses do to a cache, and who asks for which pages. One thread.
class AddressUse {
public:
    /// One request of those that count.
    void add(const LogRequest &request, RequestClass whose);
    /// Puts what was counted into @p log.
    void finish(WebLog &log) const;

private:
    /// Different values that are told apart of one parameter; more are "more".
    static constexpr std::size_t kMostValues = std::size_t{1} << 20;
    static constexpr std::size_t kMostParameters = 1'000; ///< names; a site has some dozens
    static constexpr std::size_t kMostAddresses = std::size_t{1} << 23;
    static constexpr std::size_t kRanked = 20;

    struct Use {
        std::uint64_t requests = 0;
        std::unordered_set<std::uint64_t> values;
        bool isMore = false;
    };
    using Counts = std::unordered_map<std::string, std::uint64_t>;

    [[nodiscard]] static Ranking ranked(const Counts &counts);

    std::uint64_t m_requests = 0;
    std::unordered_map<std::string, Use> m_parameters;
    std::unordered_set<std::uint64_t> m_addresses;
    std::unordered_set<std::uint64_t> m_withoutIds;
    Counts m_pages;
    Counts m_networks;
    Counts m_agents;
};

} // namespace clicksieve
