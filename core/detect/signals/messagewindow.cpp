// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/signals/messagewindow.h"

namespace clicksieve {

bool MessageWindow::advance()
{
    if (m_next == m_clicks.size())
        return false;
    const DomainClick &newest = m_clicks[m_next++];
    m_messages += m_inView[newest.message]++ == 0 ? 1U : 0U;
    for (; m_clicks[m_first].time < newest.time - m_length; ++m_first)
        m_messages -= --m_inView[m_clicks[m_first].message] == 0 ? 1U : 0U;
    return true;
}

} // namespace clicksieve
