// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/jsonreader.h"

namespace clicksieve {

bool JsonReader::next()
{
    m_startsRecord = false;
    m_fault = Fault::None;
    if (nextOfRecord())
        return true;
    if (!m_records.next())
        return false;
    m_startsRecord = true;
    m_inRecord = !m_records.isBroken() && m_cells.read(m_records.record(), m_records.key());
    if (!m_inRecord) {
        m_fault = Fault::Broken;
        return true;
    }
    openEnvelope();
    if (!nextOfRecord())
        m_fault = Fault::NoEvents;
    return true;
}

/// Moves to the next event of the record at hand, or of those that it carries. False behind the last one.
bool JsonReader::nextOfRecord()
{
    while (!m_inRecord || !m_cells.nextEvent()) {
        m_inRecord = false;
        if (!m_carriedRecords || !m_carriedRecords->next()) {
            m_carriedRecords.reset();
            return false;
        }
        m_inRecord = !m_carriedRecords->isBroken()
                     && m_cells.read(m_carriedRecords->record(), m_carriedRecords->key());
        if (!m_inRecord) {
            m_fault = Fault::Broken;
            return true;
        }
    }
    return true;
}

/// Where an envelope carries more than the one record that it stands for, those records are read one by one.
void JsonReader::openEnvelope()
{
    if (m_cells.carried().empty())
        return;
    m_carried = m_cells.carried();
    JsonRecords records(m_carried, m_recordKeys);
    const bool isRecord =
        records.next() && (records.isBroken() || records.record().size() == m_carried.size());
    if (isRecord)
        return;
    m_carriedRecords.emplace(m_carried, m_recordKeys);
    m_inRecord = false;
}

} // namespace clicksieve
