// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/actions.h"

#include "core/jobs/jobcontext.h"
#include "core/jobs/parallel.h"

#include <algorithm>
#include <string_view>
#include <unordered_set>
#include <utility>

namespace clicksieve {

namespace {

constexpr std::size_t kBatch = 65'536;

} // namespace

Actions::Actions(const EventTable &table, JobContext &context, UserLists lists)
    : m_table(table)
    , m_lists(std::move(lists))
    , m_clients(table, context, m_lists)
{
    const auto events = table.messages().allActions();
    m_time = TimeColumn(table.times(), events.size());
    m_link.resize(events.size());
    m_client.resize(events.size());
    m_isClick.resize(events.size());
    parallelFor(context, events.size() / kBatch + 1, [&](std::size_t batch, std::size_t) {
        const std::size_t end = std::min(events.size(), (batch + 1) * kBatch);
        for (std::size_t action = batch * kBatch; action < end; ++action) {
            const std::uint32_t event = events[action];
            const bool isClick = table.type(event) == EventType::Click;
            m_time.take(action, table.times(), event);
            m_isClick[action] = isClick ? 1 : 0;
            m_link[action] = isClick ? table.linkOf(table.url(event)).value() : LinkIndex::kNone;
            m_client[action] = table.client(event).value();
        }
    });
    countLinks(context);
    m_hiddenLinks = hiddenLinks(table, m_lists.hiddenLinks);
}

std::vector<std::uint8_t> hiddenLinks(const EventTable &table, const std::vector<std::string> &hidden)
{
    if (hidden.empty())
        return {};
    const std::unordered_set<std::string_view> named(hidden.begin(), hidden.end());
    std::vector<std::uint8_t> isHidden(table.linkCount());
    for (std::uint32_t link = 0; link < table.linkCount(); ++link) {
        const std::string_view text = table.linkText(LinkIndex{link});
        isHidden[link] = named.contains(text) || named.contains(text.substr(0, text.find('?'))) ? 1 : 0;
    }
    for (std::uint32_t url = 0; url < table.urlCount(); ++url) {
        const LinkIndex link = table.linkOf(UrlIndex{url});
        if (!link.isNone() && named.contains(table.urlText(UrlIndex{url})))
            isHidden[link.value()] = 1;
    }
    return isHidden;
}

void Actions::countLinks(JobContext &context)
{
    const MessageTable &messages = m_table.messages();
    m_linksOfCampaign.assign(m_table.campaignCount(), 0);
    // Per worker and link: the last campaign that had it. Each worker meets the campaigns in rising order.
    std::vector<std::vector<std::uint32_t>> seenIn(static_cast<std::size_t>(context.threads()));
    parallelFor(context, m_table.campaignCount(), [&](std::size_t campaign, std::size_t worker) {
        std::vector<std::uint32_t> &seen = seenIn[worker];
        seen.resize(m_table.linkCount(), CampaignIndex::kNone);
        const auto [first, last] = messages.messagesOf(CampaignIndex{campaign});
        for (std::size_t action = messages.firstAction(first); action < messages.firstAction(last);
             ++action) {
            const std::uint32_t link = m_link[action];
            if (link == LinkIndex::kNone || seen[link] == campaign)
                continue;
            seen[link] = static_cast<std::uint32_t>(campaign);
            ++m_linksOfCampaign[campaign];
        }
    });
}

std::size_t Actions::actionOf(std::size_t event) const
{
    const auto events = m_table.messages().allActions();
    const MessageIndex message = m_table.message(event);
    const auto [first, last] = ofMessage(message.isNone() ? m_table.messages().size() : message.value());
    return static_cast<std::size_t>(std::find(events.begin() + static_cast<std::ptrdiff_t>(first),
                                              events.begin() + static_cast<std::ptrdiff_t>(last), event)
                                    - events.begin());
}

} // namespace clicksieve
