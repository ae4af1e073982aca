// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/listuse.h"

#include "core/detect/actions.h"
#include "core/detect/verdicts.h"
#include "core/jobs/jobcontext.h"

#include <utility>

namespace clicksieve {

namespace {

std::vector<std::string> &listOf(UserLists &lists, ListEntry::Kind kind)
{
    return kind == ListEntry::Kind::Network ? lists.networks
           : kind == ListEntry::Kind::Agent ? lists.agents
                                            : lists.hiddenLinks;
}

std::uint64_t eventsOf(const Actions &all, const ListEntry &entry)
{
    UserLists alone;
    listOf(alone, entry.kind).push_back(entry.text);
    std::uint64_t events = 0;
    JobContext context(1);
    if (entry.kind == ListEntry::Kind::HiddenLink) {
        const std::vector<std::uint8_t> hidden = hiddenLinks(all.table(), alone.hiddenLinks);
        for (std::size_t action = 0; action < all.size(); ++action)
            events += all.isClick(action) && all.link(action) < hidden.size() ? hidden[all.link(action)] : 0U;
        return events;
    }
    const ClientFacts clients(all.table(), context, alone);
    for (std::size_t action = 0; action < all.size(); ++action)
        events += clients.isAllowed(all.client(action)) ? 1U : 0U;
    return events;
}

} // namespace

ListUse listUse(const Actions &actions)
{
    ListUse use;
    if (actions.lists().isEmpty())
        return use;
    for (std::size_t action = 0; action < actions.size(); ++action) {
        use.allowed += actions.clients().isAllowed(actions.client(action)) ? 1U : 0U;
        use.hiddenClicks += actions.isClick(action) && actions.isHidden(actions.link(action)) ? 1U : 0U;
    }
    return use;
}

std::vector<ListEntry> listEntries(const Verdicts &verdicts)
{
    const Actions &actions = *verdicts.content().actions;
    UserLists lists = actions.lists();
    std::vector<ListEntry> entries;
    for (const auto kind : {ListEntry::Kind::Network, ListEntry::Kind::Agent, ListEntry::Kind::HiddenLink}) {
        for (const std::string &text : listOf(lists, kind)) {
            entries.push_back({kind, text, 0});
            entries.back().events = eventsOf(actions, entries.back());
        }
    }
    return entries;
}

UserLists without(UserLists lists, const ListEntry &entry)
{
    std::erase(listOf(lists, entry.kind), entry.text);
    return lists;
}

} // namespace clicksieve
