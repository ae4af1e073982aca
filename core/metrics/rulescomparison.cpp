// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/rulescomparison.h"

#include "core/detect/actions.h"
#include "core/detect/detector.h"
#include "core/jobs/jobcontext.h"
#include "core/metrics/breakdown.h"

#include <algorithm>

namespace clicksieve {

namespace {

class Comparing {
public:
    Comparing(const Analysis &analysis, std::shared_ptr<const Verdicts> other, JobContext &context)
        : m_table(*analysis.table)
        , m_verdicts(*analysis.verdicts)
        , m_context(context)
    {
        m_comparison.other = std::move(other);
    }

    Result<RulesComparison> run()
    {
        auto changes = compareVerdicts(m_table, m_verdicts, *m_comparison.other, m_context);
        if (!changes)
            return changes.error();
        m_comparison.total = changes.value();
        collectCampaigns();
        collectEvents();
        if (m_context.stopRequested())
            return Error{Error::Kind::Cancelled, QStringLiteral("Stopped.")};
        return std::move(m_comparison);
    }

private:
    void collectCampaigns()
    {
        m_comparison.campaigns.resize(m_table.campaignCount());
        for (std::uint32_t campaign = 0; campaign < m_comparison.campaigns.size(); ++campaign)
            m_comparison.campaigns[campaign].campaign = campaign;
        for (const GroupFigures &group : figuresByCampaign(m_table, m_verdicts, {}, m_context))
            m_comparison.campaigns[group.group].before = group.figures;
        for (const GroupFigures &group : figuresByCampaign(m_table, *m_comparison.other, {}, m_context))
            m_comparison.campaigns[group.group].after = group.figures;
    }

    void collectEvents()
    {
        std::vector<Differences> ofDomain(m_table.domainCount());
        m_comparison.events.reserve(m_comparison.total.events());
        forEachDifference(m_table, m_verdicts, *m_comparison.other, m_context, [&](std::size_t event) {
            const bool isClick = m_table.type(event) == EventType::Click;
            const bool isMachineNow = m_comparison.other->isMachine(event);
            m_comparison.events.push_back(static_cast<std::uint32_t>(event));
            if (const CampaignIndex campaign = m_table.campaign(event); !campaign.isNone())
                m_comparison.campaigns[campaign.value()].differences.count(isClick, isMachineNow);
            if (const DomainIndex domain = domainOf(m_table, event); !domain.isNone())
                ofDomain[domain.value()].count(isClick, isMachineNow);
        });
        for (std::uint32_t domain = 0; domain < ofDomain.size(); ++domain) {
            if (ofDomain[domain].events() > 0)
                m_comparison.domains.push_back({domain, ofDomain[domain]});
        }
        std::ranges::stable_sort(m_comparison.domains, [](const auto &one, const auto &other) {
            return one.differences.events() > other.differences.events();
        });
    }

    const EventTable &m_table;
    const Verdicts &m_verdicts;
    JobContext &m_context;
    RulesComparison m_comparison;
};

} // namespace

Result<RulesComparison> compareWith(const Analysis &analysis, std::shared_ptr<const Ruleset> rules,
                                    JobContext &context)
{
    const auto judged = detect(*analysis.table, std::move(rules), context,
                               analysis.verdicts->content().actions->lists(), analysis.verdicts.get());
    if (!judged)
        return judged.error();
    return Comparing(analysis, judged.value()->with(analysis.verdicts->overrides()), context).run();
}

} // namespace clicksieve
