// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/actions.h"

#include <cstddef>
#include <utility>
#include <vector>

namespace clicksieve {

/// The clicks (with a link) of one message, as actions in order of time.
void collectClicks(const Actions &actions, std::size_t message, std::vector<std::size_t> &clicks);

/// False where no window of @p length can hold @p count of the clicks, so that there is nothing to slide over: what
/// people do, mostly.
[[nodiscard]] bool mayBeWithin(const Actions &actions, const std::vector<std::size_t> &clicks,
                               std::size_t count, TimeMs length);

/// A window of at most some length that slides over the clicks of one message and counts the different links in it.
/// Each step takes in one more click and lets go of those that are too old. Linear in the clicks, times the links in view.
class LinkWindow {
public:
    LinkWindow(const Actions &actions, const std::vector<std::size_t> &clicks, TimeMs length)
        : m_actions(actions)
        , m_clicks(clicks)
        , m_length(length)
    {
    }

    /// Moves on by one click; false after the last.
    bool advance();
    [[nodiscard]] std::size_t distinctLinks() const { return m_links.size(); }
    /// Positions in clicks of the first and the last click in the window.
    [[nodiscard]] std::size_t first() const { return m_first; }
    [[nodiscard]] std::size_t last() const { return m_next - 1; }

private:
    void letGo(std::uint32_t link);

    const Actions &m_actions;
    const std::vector<std::size_t> &m_clicks;
    TimeMs m_length;
    std::size_t m_first = 0;
    std::size_t m_next = 0;
    std::vector<std::pair<std::uint32_t, std::size_t>> m_links; ///< link, how often
};

} // namespace clicksieve
