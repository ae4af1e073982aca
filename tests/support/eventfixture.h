// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis.h"
#include "core/detect/detector.h"
#include "core/events/eventbuilder.h"
#include "core/jobs/jobcontext.h"

#include <memory>
#include <string_view>

namespace clicksieve::tests {

/// Builds small analyses for tests, event by event, through the same builder as the importer.
class EventFixture {
public:
    static constexpr TimeMs kSent = 1'773'133'200'000; ///< 2026-03-10T09:00:00Z

    EventFixture &sent(std::string_view recipient, std::string_view campaign = "c1")
    {
        return add(EventType::Sent, 0, recipient, {}, {}, {}, campaign);
    }
    EventFixture &delivered(std::string_view recipient, TimeMs afterSend = 0,
                            std::string_view campaign = "c1")
    {
        return add(EventType::Delivered, afterSend, recipient, {}, {}, {}, campaign);
    }
    EventFixture &open(std::string_view recipient, TimeMs afterSend, std::string_view address = {},
                       std::string_view agent = {}, std::string_view campaign = "c1")
    {
        return add(EventType::Open, afterSend, recipient, {}, address, agent, campaign);
    }
    EventFixture &click(std::string_view recipient, TimeMs afterSend, std::string_view url,
                        std::string_view address = {}, std::string_view agent = {},
                        std::string_view campaign = "c1")
    {
        return add(EventType::Click, afterSend, recipient, url, address, agent, campaign);
    }
    EventFixture &flag(MachineFlag flag)
    {
        m_nextFlag = flag;
        return *this;
    }
    EventFixture &resolution(TimeResolution resolution)
    {
        m_source.resolution = resolution;
        return *this;
    }

    [[nodiscard]] std::shared_ptr<const EventTable> table()
    {
        m_block.setRows(m_rows);
        m_source.rows = m_rows;
        std::vector<EventBlock> blocks;
        blocks.push_back(std::move(m_block));
        m_builder.addSource(m_source, std::move(blocks));
        JobContext context(1);
        return m_builder.build(kNoTime, context).value();
    }

    /// The table judged by a ruleset, the shipped one by default.
    [[nodiscard]] Analysis analysis(const QString &ruleset = QStringLiteral("balanced"))
    {
        Analysis result;
        result.table = table();
        JobContext context(1);
        result.verdicts = detect(*result.table, loadRuleset(ruleset).value(), context).value();
        return result;
    }

private:
    EventFixture &add(EventType type, TimeMs afterSend, std::string_view recipient, std::string_view url,
                      std::string_view address, std::string_view agent, std::string_view campaign)
    {
        EventRecord record;
        record.time = kSent + afterSend;
        record.type = type;
        record.row = ++m_rows;
        record.recipient = recipient;
        record.url = url;
        record.address = address;
        record.agent = agent;
        record.campaign = campaign;
        record.flag = m_nextFlag;
        m_source.columns.machineFlag |= m_nextFlag != MachineFlag::Unknown;
        m_nextFlag = MachineFlag::Unknown;
        m_block.append(record, m_builder.dictionaries(0));
        return *this;
    }

    EventBuilder m_builder{1};
    EventBlock m_block{0};
    SourceInfo m_source;
    std::uint32_t m_rows = 0;
    MachineFlag m_nextFlag = MachineFlag::Unknown;
};

} // namespace clicksieve::tests
