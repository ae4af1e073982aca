// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/jsonreader.h"

namespace clicksieve {

bool JsonReader::next()
{
    m_startsRecord = false;
    m_fault = Fault::None;
    if (m_inRecord && m_cells.nextEvent())
        return true;
    m_inRecord = false;
    if (!m_records.next())
        return false;
    m_startsRecord = true;
    if (m_records.isBroken() || !m_cells.read(m_records.record(), m_records.key()))
        m_fault = Fault::Broken;
    else if (!m_cells.nextEvent())
        m_fault = Fault::NoEvents;
    else
        m_inRecord = true;
    return true;
}

} // namespace clicksieve
