// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/events/eventbuilder.h"
#include "core/jobs/jobcontext.h"
#include "simulator/exportshape.h"
#include "simulator/simulatedevent.h"

#include <memory>
#include <string>
#include <vector>

namespace clicksieve::tests {

inline EventType typeOf(simulator::EventType type)
{
    switch (type) {
    case simulator::EventType::Sent:
        return EventType::Sent;
    case simulator::EventType::Delivered:
        return EventType::Delivered;
    case simulator::EventType::Open:
        return EventType::Open;
    case simulator::EventType::Click:
        return EventType::Click;
    case simulator::EventType::Bounce:
        return EventType::Bounce;
    }
    return EventType::Other;
}

inline SourceInfo sourceOf(const simulator::ExportShape &shape, std::size_t rows)
{
    using Times = simulator::ExportShape::Times;
    SourceInfo source;
    source.rows = rows;
    source.resolution = shape.times == Times::Minutes   ? TimeResolution::Minute
                        : shape.times == Times::Seconds ? TimeResolution::Second
                                                        : TimeResolution::Millisecond;
    source.columns.url = true;
    source.columns.recipient = true;
    source.columns.address = shape.clients;
    source.columns.agent = shape.clients;
    return source;
}

/// What importing a simulated campaign comes to, without a file: event i of the table is events[i]. The events must have
/// the shape already.
inline std::shared_ptr<const EventTable> tableOf(const std::vector<simulator::SimulatedEvent> &events,
                                                 const simulator::ExportShape &shape)
{
    EventBuilder builder(1);
    EventBlock block(0);
    std::uint32_t row = 0;
    for (const simulator::SimulatedEvent &event : events) {
        const std::string campaign = "campaign-" + std::to_string(event.campaign + 1);
        EventRecord record;
        record.time = event.timeMs;
        record.sentAt = event.sentMs;
        record.type = typeOf(event.type);
        record.row = ++row;
        record.recipient = event.recipient;
        record.campaign = campaign;
        record.url = event.url;
        record.address = event.ip;
        record.agent = event.agent;
        block.append(record, builder.dictionaries(0));
    }
    block.setRows(row);
    std::vector<EventBlock> blocks;
    blocks.push_back(std::move(block));
    builder.addSource(sourceOf(shape, events.size()), std::move(blocks));
    JobContext context(1);
    return builder.build(kNoTime, context).value();
}

} // namespace clicksieve::tests
