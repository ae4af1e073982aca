// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/actions.h"

#include <cstddef>

namespace clicksieve {

/// True where the message has no click on another link within @p within of the click @p action, either way.
[[nodiscard]] bool isLoneClick(const Actions &actions, std::size_t message, std::size_t action,
                               TimeMs within);

/// True where the message was opened before the click @p action, or at most @p slack after it.
[[nodiscard]] bool isOpenedBefore(const Actions &actions, std::size_t message, std::size_t action,
                                  TimeMs slack);

/// What lone clicks look like when most of them are people's: in a campaign, those that come later after delivery than
/// most machines act. Same messages, same result.
class LateClicks {
public:
    /// Which clicks count, in ms.
    struct Limits {
        TimeMs after = 0;  ///< since delivery
        TimeMs within = 0; ///< no other link is clicked so close
        TimeMs slack = 0;  ///< an open so soon after the click came before it
    };

    /// Of the messages [firstMessage, lastMessage).
    LateClicks(const Actions &actions, std::size_t firstMessage, std::size_t lastMessage,
               const Limits &limits);

    [[nodiscard]] double count() const { return m_count; }
    /// How many of them came before any open of their message.
    [[nodiscard]] double unopened() const { return m_unopened; }

private:
    double m_count = 0;
    double m_unopened = 0;
};

} // namespace clicksieve
