// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/weblogs/campaigntraffic.h"

#include "core/weblogs/clickparameters.h"
#include "core/weblogs/logtext.h"

#include <algorithm>
#include <cstdlib>

namespace clicksieve {

namespace {

constexpr std::size_t kMostCandidates = 64; ///< an address with more clicks is many visitors
/// Ids of one parameter in an export from which on an unknown one is scrambled; own choice.
constexpr std::size_t kFewestIds = 50;

std::uint64_t idKey(std::string_view name, std::string_view value)
{
    return hashOf(value, hashOf(name));
}

std::string_view queryOf(std::string_view url)
{
    const std::string_view whole = url.substr(0, url.find('#'));
    const std::size_t mark = whole.find('?');
    return mark == std::string_view::npos ? std::string_view{} : whole.substr(mark + 1);
}

/// "/offer" of "https://shop.example/offer?a=1#b".
std::string_view pathOf(std::string_view url)
{
    const std::size_t scheme = url.find("://");
    const std::string_view rest = scheme == std::string_view::npos ? url : url.substr(scheme + 3);
    const std::size_t slash = rest.find('/');
    if (slash == std::string_view::npos)
        return "/";
    return rest.substr(slash, rest.find_first_of("?#", slash) - slash);
}

void sortByTime(std::vector<std::pair<TimeMs, bool>> &clicks, std::vector<TimeMs> &times,
                std::vector<bool> &isMachine)
{
    std::ranges::sort(clicks);
    for (const auto &[time, machine] : clicks) {
        times.push_back(time);
        isMachine.push_back(machine);
    }
}

} // namespace

CampaignTraffic::CampaignTraffic(const Analysis &analysis) : m_analysis(analysis)
{
    addClicks();
    addLinks();
    addWindows();
}

void CampaignTraffic::addClicks()
{
    const EventTable &table = *m_analysis.table;
    using Pairs = std::unordered_map<std::uint64_t, std::vector<std::pair<TimeMs, bool>>>;
    Pairs byId;
    Pairs byClient;
    for (std::size_t event = 0; event < table.size(); ++event) {
        if (table.type(event) != EventType::Click)
            continue;
        const std::pair click(table.time(event), m_analysis.verdicts->isMachine(event));
        if (const AddressIndex address = table.addressOf(table.client(event)); !address.isNone())
            byClient[address.value()].push_back(click);
        forEachParameter(
            queryOf(table.urlText(table.url(event))), [&](std::string_view name, std::string_view value) {
                const ClickParameter *known = ClickParameters::shipped().find(name);
                if (known != nullptr && known->kind == ClickParameter::Kind::Recipient && !value.empty()) {
                    auto &clicks = byId[idKey(name, value)];
                    m_idsOf[hashOf(name)] += clicks.empty() ? 1 : 0;
                    clicks.push_back(click);
                }
            });
    }
    for (auto &[key, clicks] : byId)
        sortByTime(clicks, m_byId[key].times, m_byId[key].isMachine);
    for (auto &[key, clicks] : byClient)
        sortByTime(clicks, m_byClient[key].times, m_byClient[key].isMachine);
}

void CampaignTraffic::addLinks()
{
    const EventTable &table = *m_analysis.table;
    for (std::uint32_t link = 0; link < table.linkCount(); ++link)
        m_paths.insert(hashOf(pathOf(table.linkText(LinkIndex{link}))));
}

void CampaignTraffic::addWindows()
{
    const EventTable &table = *m_analysis.table;
    for (std::uint32_t campaign = 0; campaign < table.campaignCount(); ++campaign) {
        TimeMs first = kNoTime;
        const auto [begin, end] = table.messages().messagesOf(CampaignIndex{campaign});
        for (std::size_t message = begin; message < end; ++message) {
            const TimeMs sent = table.messages().sentTime(message);
            if (sent != kNoTime && (first == kNoTime || sent < first))
                first = sent;
        }
        if (first != kNoTime)
            m_sends.push_back(first);
    }
    std::ranges::sort(m_sends);
}

bool CampaignTraffic::isInWindow(TimeMs time) const
{
    const auto after = std::ranges::upper_bound(m_sends, time + kBefore);
    return after != m_sends.begin() && time < *(after - 1) + kFollows;
}

const CampaignTraffic::Clicks *CampaignTraffic::clicksOfId(const LogRequest &request, bool &isTagged,
                                                           bool &isUnknownId) const
{
    const Clicks *clicks = nullptr;
    forEachParameter(request.query, [&](std::string_view name, std::string_view value) {
        const ClickParameter *known = ClickParameters::shipped().find(name);
        if (known == nullptr)
            return;
        isTagged = true;
        if (known->kind != ClickParameter::Kind::Recipient || value.empty())
            return;
        const auto found = m_byId.find(idKey(name, value));
        if (found != m_byId.end()) {
            clicks = &found->second;
            return;
        }
        const auto ids = m_idsOf.find(hashOf(name));
        isUnknownId = isUnknownId || (ids != m_idsOf.end() && ids->second >= kFewestIds);
    });
    return clicks;
}

const CampaignTraffic::Clicks *CampaignTraffic::clicksOfClient(const LogRequest &request) const
{
    const std::uint32_t address = m_analysis.table->addresses().find(request.client);
    const auto found = address == AddressIndex::kNone ? m_byClient.end() : m_byClient.find(address);
    return found == m_byClient.end() ? nullptr : &found->second;
}

CampaignTraffic::Judgement CampaignTraffic::judge(const LogRequest &request, std::int64_t skew) const
{
    const TimeMs time = (request.arrival() - skew) / 1'000;
    const auto nearest = [time](const Clicks *clicks) -> const RequestClass * {
        static constexpr RequestClass kPerson = RequestClass::Person;
        static constexpr RequestClass kScanner = RequestClass::Scanner;
        if (clicks == nullptr)
            return nullptr;
        const auto after = std::ranges::lower_bound(clicks->times, time);
        auto best = after;
        if (after == clicks->times.end()
            || (after != clicks->times.begin() && time - *(after - 1) < *after - time))
            best = after - 1;
        if (std::abs(*best - time) > kSameVisit)
            return nullptr;
        return clicks->isMachine[static_cast<std::size_t>(best - clicks->times.begin())] ? &kScanner
                                                                                         : &kPerson;
    };
    bool isTagged = false;
    bool isUnknownId = false;
    const Clicks *ofId = clicksOfId(request, isTagged, isUnknownId);
    if (const RequestClass *whose = nearest(ofId))
        return {*whose, RequestReason::RecipientId};
    if (const RequestClass *whose = nearest(clicksOfClient(request)))
        return {*whose, RequestReason::SameClient};
    if (!isInWindow(time))
        return {};
    if (isUnknownId && ofId == nullptr)
        return {RequestClass::Scanner, RequestReason::ScrambledId};
    if (isTagged)
        return {RequestClass::Unattributed, RequestReason::CampaignParameter};
    if (request.referer.empty() && m_paths.contains(hashOf(request.path)))
        return {RequestClass::Unattributed, RequestReason::CampaignPage};
    return {};
}

std::span<const TimeMs> CampaignTraffic::candidates(const LogRequest &request) const
{
    bool isTagged = false;
    bool isUnknownId = false;
    const Clicks *clicks = clicksOfId(request, isTagged, isUnknownId);
    if (clicks == nullptr && (isTagged || m_paths.contains(hashOf(request.path))))
        clicks = clicksOfClient(request);
    if (clicks == nullptr || clicks->times.size() > kMostCandidates)
        return {};
    return clicks->times;
}

} // namespace clicksieve
