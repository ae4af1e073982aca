// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/breakdown.h"

#include "core/detect/verdicts.h"
#include "core/events/eventtable.h"
#include "core/gateways/gatewaygroups.h"
#include "core/jobs/jobcontext.h"
#include "core/jobs/parallel.h"
#include "core/metrics/messagetally.h"

#include <algorithm>

namespace clicksieve {

namespace {

constexpr std::size_t kMessageBatch = 32'768;

/// Tallies of all groups, one set a worker; added together at the end.
class GroupTallies {
public:
    GroupTallies(JobContext &context, std::size_t groups)
        : m_tallies(static_cast<std::size_t>(context.threads()), std::vector<Tally>(groups))
    {
    }

    [[nodiscard]] std::vector<Tally> &of(std::size_t worker) { return m_tallies[worker]; }

    [[nodiscard]] std::vector<GroupFigures> figures()
    {
        std::vector<GroupFigures> result;
        for (std::uint32_t group = 0; group < m_tallies.front().size(); ++group) {
            Tally sum = m_tallies.front()[group];
            for (std::size_t worker = 1; worker < m_tallies.size(); ++worker)
                sum.add(m_tallies[worker][group]);
            if (!sum.isEmpty())
                result.push_back({group, sum.figures()});
        }
        return result;
    }

private:
    std::vector<std::vector<Tally>> m_tallies;
};

/// What every breakdown does: goes through the messages in view, batch by batch.
class MessageWalk {
public:
    MessageWalk(const EventTable &table, const Verdicts &verdicts, const Filter &filter)
        : m_table(table)
        , m_verdicts(verdicts)
        , m_filter(filter)
    {
    }

    /// Adds each message to the tally that @p groupOf(message) names; none leaves it out.
    template <typename GroupOf>
    void tally(JobContext &context, GroupTallies &tallies, GroupOf groupOf) const
    {
        forEachMessage(context, [&](std::size_t message, std::size_t worker) {
            const std::uint32_t group = groupOf(message);
            if (group == CampaignIndex::kNone)
                return;
            Tally &into = tallies.of(worker)[group];
            MessageTally tally;
            forEachAction(message, [&](std::uint32_t event) {
                if (passesAction(event))
                    tally.addAction(m_table, m_verdicts, event, into);
            });
            tally.finish(m_table.messages().hasSentEvent(message),
                         m_table.messages().deliveredTime(message) != kNoTime, into);
        });
    }

    /// Adds the events of no message to the tally that @p groupOf(event) names.
    template <typename GroupOf>
    void tallyAnonymous(GroupTallies &tallies, GroupOf groupOf) const
    {
        if (m_filter.domain)
            return;
        const auto actions = m_table.messages().allActions();
        for (const std::uint32_t event :
             actions.subspan(m_table.messages().firstAction(m_table.messages().size()))) {
            if (m_filter.passes(m_table, m_verdicts, event))
                MessageTally::addAnonymous(m_table, m_verdicts, event, tallies.of(0)[groupOf(event)]);
        }
    }

    /// Calls use(message, worker); a worker's messages come in order.
    template <typename Use>
    void forEachMessage(JobContext &context, Use use) const
    {
        const MessageTable &messages = m_table.messages();
        const bool isEmpty = m_filter.isEmpty();
        parallelFor(context, messages.size() / kMessageBatch + 1, [&](std::size_t batch, std::size_t worker) {
            const std::size_t end = std::min(messages.size(), (batch + 1) * kMessageBatch);
            for (std::size_t message = batch * kMessageBatch; message < end; ++message) {
                if (isEmpty
                    || m_filter.passesMessage(m_table, messages.campaign(message),
                                              messages.recipient(message)))
                    use(message, worker);
            }
        });
    }

    /// Calls use(event) for the opens and clicks of a message. Neighbours here are far apart in the table, so that the
    /// processor is told some places ahead what will be read.
    template <typename Use>
    void forEachAction(std::size_t message, Use use) const
    {
        constexpr std::size_t kAhead = 16;
        const auto all = m_table.messages().allActions();
        const std::size_t last = m_table.messages().firstAction(message + 1);
        for (std::size_t action = m_table.messages().firstAction(message); action < last; ++action) {
            if (action + kAhead < all.size()) {
                m_table.prepareType(all[action + kAhead]);
                m_verdicts.prepare(all[action + kAhead]);
            }
            use(all[action]);
        }
    }

    [[nodiscard]] bool passesAction(std::size_t event) const
    {
        return m_filter.isEmpty() || m_filter.passes(m_table, m_verdicts, event);
    }

private:
    const EventTable &m_table;
    const Verdicts &m_verdicts;
    const Filter &m_filter;
};

} // namespace

Figures totalFigures(const EventTable &table, const Verdicts &verdicts, const Filter &filter,
                     JobContext &context)
{
    GroupTallies tallies(context, 1);
    const MessageWalk walk(table, verdicts, filter);
    walk.tally(context, tallies, [](std::size_t) { return 0U; });
    walk.tallyAnonymous(tallies, [](std::size_t) { return 0U; });
    const auto figures = tallies.figures();
    return figures.empty() ? Figures{} : figures.front().figures;
}

std::vector<GroupFigures> figuresByCampaign(const EventTable &table, const Verdicts &verdicts,
                                            const Filter &filter, JobContext &context)
{
    GroupTallies tallies(context, table.campaignCount());
    const MessageWalk walk(table, verdicts, filter);
    walk.tally(context, tallies,
               [&](std::size_t message) { return table.messages().campaign(message).value(); });
    walk.tallyAnonymous(tallies, [&](std::size_t event) { return table.campaign(event).value(); });
    return tallies.figures();
}

std::vector<GroupFigures> figuresByDomain(const EventTable &table, const Verdicts &verdicts,
                                          const Filter &filter, JobContext &context)
{
    GroupTallies tallies(context, table.domainCount());
    MessageWalk(table, verdicts, filter).tally(context, tallies, [&](std::size_t message) {
        return table.domainOf(table.messages().recipient(message)).value();
    });
    return tallies.figures();
}

std::vector<GroupFigures> figuresByGateway(const EventTable &table, const Verdicts &verdicts,
                                           const Filter &filter, const GatewayGroups &gateways,
                                           JobContext &context)
{
    GroupTallies tallies(context, gateways.groups().size());
    MessageWalk(table, verdicts, filter).tally(context, tallies, [&](std::size_t message) {
        return gateways.groupOf(table.domainOf(table.messages().recipient(message)));
    });
    return tallies.figures();
}

std::vector<GroupFigures> figuresByLink(const EventTable &table, const Verdicts &verdicts,
                                        const Filter &filter, JobContext &context)
{
    GroupTallies tallies(context, table.linkCount());
    const MessageWalk walk(table, verdicts, filter);
    walk.forEachMessage(context, [&](std::size_t message, std::size_t worker) {
        std::vector<std::pair<std::uint32_t, MessageTally>> links; // few a message
        for (const std::uint32_t event : table.messages().actions(message)) {
            const LinkIndex link = table.linkOf(table.url(event));
            if (table.type(event) != EventType::Click || link.isNone() || !walk.passesAction(event))
                continue;
            auto known =
                std::ranges::find(links, link.value(), &std::pair<std::uint32_t, MessageTally>::first);
            if (known == links.end())
                known = links.insert(links.end(), {link.value(), {}});
            known->second.addAction(table, verdicts, event, tallies.of(worker)[link.value()]);
        }
        for (auto &[link, tally] : links)
            tally.finishForLink(tallies.of(worker)[link]);
    });
    return tallies.figures();
}

std::vector<ActorShare> machineActors(const EventTable &table, const Verdicts &verdicts, const Filter &filter)
{
    std::vector<ActorShare> shares(verdicts.actors().size());
    for (std::size_t number = 0; number < shares.size(); ++number)
        shares[number].actor = static_cast<std::uint8_t>(number);
    for (const std::uint32_t event : table.messages().allActions()) {
        if (!verdicts.isMachine(event) || !filter.passes(table, verdicts, event))
            continue;
        ActorShare &share = shares[verdicts.actorNumber(event)];
        ++(table.type(event) == EventType::Click ? share.clicks : share.opens);
    }
    std::erase_if(shares, [](const ActorShare &share) { return share.opens + share.clicks == 0; });
    std::ranges::stable_sort(shares, [](const ActorShare &one, const ActorShare &other) {
        return one.opens + one.clicks > other.opens + other.clicks;
    });
    return shares;
}

} // namespace clicksieve
