// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/events/event.h"

namespace clicksieve {

/// What times at hand say about the finest unit the source carries. Where there are none, or only those of events that
/// nobody did (a list of sendings, each at a full hour), nothing is said that could make the other sources coarser.
class ResolutionFinder {
public:
    void add(TimeMs time, EventType type)
    {
        if (type == EventType::Other)
            return;
        m_any = true;
        m_anyMs |= time % 1'000 != 0;
        m_anySecond |= time % 60'000 != 0;
        m_anyMinute |= time % 86'400'000 != 0;
    }
    void add(const ResolutionFinder &other)
    {
        m_any |= other.m_any;
        m_anyMs |= other.m_anyMs;
        m_anySecond |= other.m_anySecond;
        m_anyMinute |= other.m_anyMinute;
    }
    [[nodiscard]] TimeResolution found() const
    {
        return m_anyMs       ? TimeResolution::Millisecond
               : !m_any      ? TimeResolution::Second
               : m_anySecond ? TimeResolution::Second
               : m_anyMinute ? TimeResolution::Minute
                             : TimeResolution::Day;
    }

private:
    bool m_any = false;
    bool m_anyMs = false;
    bool m_anySecond = false;
    bool m_anyMinute = false;
};

} // namespace clicksieve
