// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/signals/linkwindow.h"

#include <algorithm>

namespace clicksieve {

void collectClicks(const Actions &actions, std::size_t message, std::vector<std::size_t> &clicks)
{
    clicks.clear();
    const auto [first, last] = actions.ofMessage(message);
    for (std::size_t action = first; action < last; ++action) {
        if (actions.link(action) != LinkIndex::kNone)
            clicks.push_back(action);
    }
}

bool mayBeWithin(const Actions &actions, const std::vector<std::size_t> &clicks, std::size_t count,
                 TimeMs length)
{
    for (std::size_t last = count; last <= clicks.size(); ++last) {
        if (actions.time(clicks[last - 1]) - actions.time(clicks[last - count]) <= length)
            return true;
    }
    return false;
}

bool LinkWindow::advance()
{
    if (m_next == m_clicks.size())
        return false;
    const std::size_t newest = m_clicks[m_next++];
    const std::uint32_t link = m_actions.link(newest);
    const auto known = std::ranges::find(m_links, link, &std::pair<std::uint32_t, std::size_t>::first);
    if (known == m_links.end())
        m_links.emplace_back(link, 1);
    else
        ++known->second;
    while (m_actions.time(m_clicks[m_first]) < m_actions.time(newest) - m_length)
        letGo(m_actions.link(m_clicks[m_first++]));
    return true;
}

void LinkWindow::letGo(std::uint32_t link)
{
    const auto known = std::ranges::find(m_links, link, &std::pair<std::uint32_t, std::size_t>::first);
    if (--known->second == 0) {
        *known = m_links.back();
        m_links.pop_back();
    }
}

} // namespace clicksieve
