// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/weblogs/addressuse.h"

#include "core/weblogs/clickparameters.h"
#include "core/weblogs/logtext.h"

#include <algorithm>

namespace clicksieve {

namespace {

constexpr std::size_t kMostTexts = 1'000'000; ///< pages, networks or agents that are told apart

void count(std::unordered_map<std::string, std::uint64_t> &counts, std::string_view text)
{
    if (counts.size() < kMostTexts)
        ++counts[std::string(text)];
}

/// "203.0.113.0/24", "2001:db8:1::/48" as far as the text tells; host names stay.
std::string networkOf(std::string_view address)
{
    const std::size_t lastDot = address.rfind('.');
    if (address.find(':') == std::string_view::npos) {
        const bool isHost = address.find_first_not_of("0123456789.") != std::string_view::npos;
        return isHost || lastDot == std::string_view::npos
                   ? std::string(address)
                   : std::string(address.substr(0, lastDot)) + ".0/24";
    }
    std::size_t end = 0;
    for (int group = 0; group < 3 && end != std::string_view::npos; ++group)
        end = address.find(':', end == 0 ? 0 : end + 1);
    return end == std::string_view::npos ? std::string(address)
                                         : std::string(address.substr(0, end)) + "::/48";
}

} // namespace

void AddressUse::add(const LogRequest &request, RequestClass whose)
{
    ++m_requests;
    count(m_pages, request.path);
    if (whose == RequestClass::Scanner) {
        count(m_networks, networkOf(request.client));
        count(m_agents, request.agent.empty() ? std::string_view("(none)") : request.agent);
    }
    std::uint64_t address = hashOf(request.path, hashOf(request.host));
    std::uint64_t withoutIds = address;
    forEachParameter(request.query, [&](std::string_view name, std::string_view value) {
        const ClickParameter *known = ClickParameters::shipped().find(name);
        const std::uint64_t hash = hashOf(value, hashOf(name));
        address = address * 31 + hash;
        if (known == nullptr || known->kind != ClickParameter::Kind::Recipient)
            withoutIds = withoutIds * 31 + hash;
        auto use = m_parameters.find(std::string(name));
        if (use == m_parameters.end()) {
            if (m_parameters.size() == kMostParameters)
                return;
            use = m_parameters.emplace(name, Use{}).first;
        }
        ++use->second.requests;
        if (use->second.values.size() < kMostValues)
            use->second.values.insert(hash);
        else
            use->second.isMore = use->second.isMore || !use->second.values.contains(hash);
    });
    if (m_addresses.size() < kMostAddresses)
        m_addresses.insert(address);
    if (m_withoutIds.size() < kMostAddresses)
        m_withoutIds.insert(withoutIds);
}

Ranking AddressUse::ranked(const Counts &counts)
{
    Ranking ranking(counts.begin(), counts.end());
    std::ranges::sort(ranking, [](const auto &one, const auto &other) {
        return one.second != other.second ? one.second > other.second : one.first < other.first;
    });
    ranking.resize(std::min(ranking.size(), kRanked));
    return ranking;
}

void AddressUse::finish(WebLog &log) const
{
    log.ofCampaigns = m_requests;
    log.addresses = m_addresses.size();
    log.addressesWithoutIds = m_withoutIds.size();
    for (const auto &[name, use] : m_parameters) {
        const ClickParameter *known = ClickParameters::shipped().find(name);
        log.parameters.push_back({name, known != nullptr && known->kind == ClickParameter::Kind::Recipient,
                                  use.requests, use.values.size(), use.isMore});
    }
    std::ranges::sort(log.parameters, [](const ParameterUse &one, const ParameterUse &other) {
        return one.values != other.values ? one.values > other.values : one.name < other.name;
    });
    log.parameters.resize(std::min(log.parameters.size(), kRanked));
    log.pages = ranked(m_pages);
    log.networks = ranked(m_networks);
    log.agents = ranked(m_agents);
}

} // namespace clicksieve
