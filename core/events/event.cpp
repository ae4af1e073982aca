// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/events/event.h"

namespace clicksieve {

std::string_view wordFor(EventType type)
{
    switch (type) {
    case EventType::Sent:
        return "sent";
    case EventType::Delivered:
        return "delivered";
    case EventType::Open:
        return "open";
    case EventType::Click:
        return "click";
    case EventType::Bounce:
        return "bounce";
    case EventType::Unsubscribe:
        return "unsubscribe";
    case EventType::Complaint:
        return "complaint";
    case EventType::Other:
        break;
    }
    return "other";
}

std::int64_t unitMs(TimeResolution resolution)
{
    switch (resolution) {
    case TimeResolution::Millisecond:
        return 1;
    case TimeResolution::Second:
        return 1'000;
    case TimeResolution::Minute:
        return 60'000;
    case TimeResolution::Day:
        break;
    }
    return 86'400'000;
}

} // namespace clicksieve
