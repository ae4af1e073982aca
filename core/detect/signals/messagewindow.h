// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/events/event.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace clicksieve {

/// A click at a mail domain. Messages of the domain have numbers from 0 on.
struct DomainClick {
    TimeMs time = 0;
    std::uint32_t message = 0;
    std::size_t action = 0;
};

/// A window of at most some length that slides over the clicks of one domain, in order of time, and counts the messages
/// that have one in it.
class MessageWindow {
public:
    /// @p messages: of the domain.
    MessageWindow(const std::vector<DomainClick> &clicks, std::size_t messages, TimeMs length)
        : m_clicks(clicks)
        , m_length(length)
        , m_inView(messages)
    {
    }

    /// Moves on by one click; false after the last.
    bool advance();
    [[nodiscard]] std::size_t messages() const { return m_messages; }
    /// Positions in clicks of the first and the last click in the window.
    [[nodiscard]] std::size_t first() const { return m_first; }
    [[nodiscard]] std::size_t last() const { return m_next - 1; }

private:
    const std::vector<DomainClick> &m_clicks;
    TimeMs m_length;
    std::size_t m_first = 0;
    std::size_t m_next = 0;
    std::size_t m_messages = 0;
    std::vector<std::uint32_t> m_inView; ///< clicks in view, by message
};

} // namespace clicksieve
