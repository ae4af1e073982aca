// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/events/event.h"
#include "core/events/sametext.h"

#include <string>
#include <string_view>

namespace clicksieve {

/// The time of the last row, since many rows in a row often tell the same one. One thread each.
class LastTime {
public:
    /// What @p parse says of @p text, or said of the same text before.
    template <typename Parse>
    TimeMs timeOf(std::string_view text, Parse parse)
    {
        if (!isSameText(text, m_text)) {
            m_text.assign(text);
            m_time = parse(text);
        }
        return m_time;
    }

private:
    std::string m_text; ///< at first empty, which is no time
    TimeMs m_time = kNoTime;
};

} // namespace clicksieve
