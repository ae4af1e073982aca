// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/signals/smallvisitsignal.h"

#include "core/detect/signals/applicability.h"
#include "core/detect/signals/linkwindow.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

namespace clicksieve {

namespace {

constexpr double kSteps = 255;

/// How many links each sweep took, in rising order.
using Sizes = std::vector<std::uint32_t>;

double countUpTo(const Sizes &sizes, double size)
{
    const auto end =
        std::ranges::upper_bound(sizes, size, {}, [](std::uint32_t one) { return static_cast<double>(one); });
    return static_cast<double>(end - sizes.begin());
}

} // namespace

SmallVisitSignal::SmallVisitSignal(const SignalSpec &spec, Parameters &parameters)
    : Signal(spec)
    , m_pause(parameters.seconds("pauseSeconds"))
    , m_sizeFactor(parameters.number("sizeFactor", 1, 10))
    , m_domainVisits(parameters.number("domainVisits", 0.01, 1'000'000))
    , m_lowest(parameters.number("lowest", -20, -0.1))
{
    const double probability = parameters.number("certainProbability", 0.5, 0.9999);
    m_certainLogOdds = std::log(probability / (1 - probability));
}

QString SmallVisitSignal::notApplicable(const EventTable &table) const
{
    for (const QString &reason : {needsRecipients(table), needsUrls(table), needsMinutes(table)}) {
        if (!reason.isEmpty())
            return reason;
    }
    return {};
}

void SmallVisitSignal::addVisits(const Actions &actions, std::size_t message, Earlier earlier,
                                 std::vector<std::size_t> &clicks, std::vector<Visit> &visits) const
{
    const TimeMs pause = std::max(m_pause, unitMs(actions.table().coarsestResolution()));
    const DomainIndex domain = actions.table().domainOf(actions.table().messages().recipient(message));
    collectClicks(actions, message, clicks);
    if (clicks.size() < 2)
        return;
    std::vector<std::uint32_t> links;
    for (std::size_t begin = 0; begin < clicks.size();) {
        links.clear();
        bool isCertain = false;
        std::size_t end = begin;
        for (; end < clicks.size()
               && (end == begin || actions.time(clicks[end]) - actions.time(clicks[end - 1]) <= pause);
             ++end) {
            links.push_back(actions.link(clicks[end]));
            isCertain = isCertain || static_cast<double>(earlier[clicks[end]]) >= m_certainLogOdds;
        }
        std::ranges::sort(links);
        links.erase(std::unique(links.begin(), links.end()), links.end());
        if (links.size() > 1)
            visits.push_back({domain.value(), static_cast<std::uint32_t>(links.size()), isCertain,
                              static_cast<std::uint32_t>(clicks[begin]),
                              static_cast<std::uint32_t>(clicks[end - 1])});
        begin = end;
    }
}

void SmallVisitSignal::sweep(const Actions &actions, std::size_t firstMessage, std::size_t lastMessage,
                             Earlier earlier, std::span<std::uint8_t> levels) const
{
    std::vector<Visit> visits;
    std::vector<std::size_t> clicks;
    for (std::size_t message = firstMessage; message < lastMessage; ++message)
        addVisits(actions, message, earlier, clicks, visits);
    Sizes ofCampaign;
    std::unordered_map<std::uint32_t, Sizes> ofDomains;
    for (const Visit &visit : visits) {
        if (!visit.isCertain)
            continue;
        ofCampaign.push_back(visit.links);
        ofDomains[visit.domain].push_back(visit.links);
    }
    if (ofCampaign.empty())
        return;
    std::ranges::sort(ofCampaign);
    for (auto &[domain, sizes] : ofDomains)
        std::ranges::sort(sizes);
    for (const Visit &visit : visits) {
        if (visit.isCertain)
            continue;
        const double size = m_sizeFactor * visit.links;
        double alike = m_domainVisits * countUpTo(ofCampaign, size) / static_cast<double>(ofCampaign.size());
        double all = m_domainVisits;
        if (const auto domain = ofDomains.find(visit.domain); domain != ofDomains.end()) {
            alike += countUpTo(domain->second, size);
            all += static_cast<double>(domain->second.size());
        }
        for (std::size_t action = visit.firstAction; action <= visit.lastAction; ++action) {
            if (actions.isClick(action))
                levels[action] = levelFor(alike / all);
        }
    }
}

std::uint8_t SmallVisitSignal::levelFor(double share) const
{
    const double value = share > 0 ? std::max(std::log(share), m_lowest) : m_lowest;
    return static_cast<std::uint8_t>(std::lround(kSteps * value / m_lowest));
}

double SmallVisitSignal::weight(std::uint8_t level, EventType) const
{
    return level / kSteps * m_lowest;
}

QString SmallVisitSignal::explain(const Actions &, std::size_t, std::uint8_t level) const
{
    const double share = std::exp(weight(level, EventType::Click));
    return QStringLiteral("Of the sweeps at this domain and in this campaign, about %1 % take so few links.")
        .arg(std::lround(100 * share));
}

} // namespace clicksieve
