// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/overrides.h"

#include "core/events/eventtable.h"
#include "core/jobs/jobcontext.h"
#include "core/jobs/parallel.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <unordered_map>

namespace clicksieve {

namespace {

constexpr std::array kScopes = {Override::Scope::Event, Override::Scope::Message, Override::Scope::Client,
                                Override::Scope::Link, Override::Scope::Domain};
constexpr std::size_t kBatch = 65'536; ///< events that one worker takes at a time

template <typename Index>
std::optional<std::uint32_t> idOf(Index index)
{
    return index.isNone() ? std::nullopt : std::optional(static_cast<std::uint32_t>(index.value()));
}

} // namespace

std::optional<std::uint32_t> overrideId(const EventTable &table, Override::Scope scope, std::size_t event)
{
    switch (scope) {
    case Override::Scope::Event:
        return static_cast<std::uint32_t>(event);
    case Override::Scope::Message:
        return idOf(table.message(event));
    case Override::Scope::Client:
        return idOf(table.client(event));
    case Override::Scope::Link:
        return table.url(event).isNone() ? std::nullopt : idOf(table.linkOf(table.url(event)));
    case Override::Scope::Domain:
        break;
    }
    return table.recipient(event).isNone() ? std::nullopt : idOf(table.domainOf(table.recipient(event)));
}

/// Finds for each event the last override that speaks of it.
class OverrideSweep {
public:
    OverrideSweep(const EventTable &table, const OverrideList &list) : m_table(table), m_list(list)
    {
        for (std::size_t place = 0; place < list.size(); ++place)
            m_places[static_cast<std::size_t>(list[place].scope)][list[place].id] = place;
    }

    void run(Overrides &result, JobContext &context) const
    {
        const std::size_t events = m_table.size();
        std::vector<std::vector<std::uint64_t>> counts(static_cast<std::size_t>(context.threads()));
        for (auto &ofWorker : counts)
            ofWorker.resize(m_list.size());
        parallelFor(context, events / kBatch + 1, [&](std::size_t batch, std::size_t worker) {
            const std::size_t end = std::min(events, (batch + 1) * kBatch);
            for (std::size_t event = batch * kBatch; event < end; ++event) {
                const auto place = isAction(m_table.type(event)) ? decidingFor(event) : std::nullopt;
                if (!place)
                    continue;
                result.m_said[event] =
                    m_list[*place].isMachine ? Overrides::Said::Machine : Overrides::Said::Human;
                ++counts[worker][*place];
            }
        });
        for (const auto &ofWorker : counts) {
            for (std::size_t place = 0; place < ofWorker.size(); ++place)
                result.m_events[place] += ofWorker[place];
        }
    }

private:
    [[nodiscard]] std::optional<std::size_t> decidingFor(std::size_t event) const
    {
        std::optional<std::size_t> last;
        for (const Override::Scope scope : kScopes) {
            const auto &places = m_places[static_cast<std::size_t>(scope)];
            if (places.empty())
                continue;
            const auto id = overrideId(m_table, scope, event);
            const auto found = id ? places.find(*id) : places.end();
            if (found != places.end() && (!last || found->second > *last))
                last = found->second;
        }
        return last;
    }

    const EventTable &m_table;
    const OverrideList &m_list;
    std::array<std::unordered_map<std::uint32_t, std::size_t>, kScopes.size()>
        m_places; ///< by scope: id → place
};

Result<std::shared_ptr<const Overrides>> Overrides::make(const EventTable &table, OverrideList list,
                                                         JobContext &context)
{
    auto result = std::make_shared<Overrides>();
    result->m_list = std::move(list);
    result->m_events.resize(result->m_list.size());
    result->m_said.resize(table.size());
    OverrideSweep(table, result->m_list).run(*result, context);
    if (context.stopRequested())
        return Error{Error::Kind::Cancelled, QStringLiteral("Stopped.")};
    return std::shared_ptr<const Overrides>(std::move(result));
}

std::uint64_t Overrides::events() const
{
    return std::accumulate(m_events.begin(), m_events.end(), std::uint64_t{0});
}

std::optional<std::size_t> decidingOverride(const EventTable &table, const OverrideList &list,
                                            std::size_t event)
{
    for (std::size_t place = list.size(); place > 0; --place) {
        if (overrideId(table, list[place - 1].scope, event) == list[place - 1].id)
            return place - 1;
    }
    return std::nullopt;
}

} // namespace clicksieve
