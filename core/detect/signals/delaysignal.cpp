// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/signals/delaysignal.h"

#include "core/detect/signals/applicability.h"
#include "core/detect/signals/wording.h"

namespace clicksieve {

DelaySignal::DelaySignal(const SignalSpec &spec, Parameters &parameters)
    : Signal(spec)
    , m_open(readBands(parameters, "open"))
    , m_click(readBands(parameters, "click"))
{
}

std::vector<DelaySignal::Band> DelaySignal::readBands(Parameters &parameters, const char *key)
{
    std::vector<Band> bands;
    for (Parameters &entry : parameters.list(key)) {
        const Band band{entry.seconds("belowSeconds"), entry.weight("weight")};
        parameters.adopt(entry);
        if (!bands.empty() && band.below <= bands.back().below)
            parameters.complain(QStringLiteral("\"belowSeconds\" must rise from band to band"));
        bands.push_back(band);
    }
    return bands;
}

QString DelaySignal::notApplicable(const EventTable &table) const
{
    const QString reason = needsMinutes(table);
    return reason.isEmpty() ? needsSendTime(table) : reason;
}

void DelaySignal::sweep(const Actions &actions, std::size_t firstMessage, std::size_t lastMessage, Earlier,
                        std::span<std::uint8_t> levels) const
{
    // Times cut to the minute stand for its middle.
    const TimeMs unit = unitMs(actions.table().coarsestResolution());
    const TimeMs slack = unit > unitMs(TimeResolution::Second) ? unit / 2 : 0;
    for (std::size_t message = firstMessage; message < lastMessage; ++message) {
        const auto [first, last] = actions.ofMessage(message);
        for (std::size_t action = first; action < last; ++action) {
            const TimeMs delay = actions.sinceDelivery(message, action);
            if (delay == kNoTime)
                break;
            const auto &bands = bandsOf(actions.type(action));
            for (std::size_t band = 0; band < bands.size(); ++band) {
                if (delay + slack < bands[band].below) {
                    levels[action] = bands[band].weight == 0 ? 0 : static_cast<std::uint8_t>(band + 1);
                    break;
                }
            }
        }
    }
}

double DelaySignal::weight(std::uint8_t level, EventType type) const
{
    const auto &bands = bandsOf(type);
    return level <= bands.size() ? bands[level - 1U].weight : 0; // opens and clicks have bands of their own
}

QString DelaySignal::explain(const Actions &actions, std::size_t action, std::uint8_t level) const
{
    const TimeMs delay = actions.sinceDelivery(actions.message(action).value(), action);
    const QString did = wording::did(actions.type(action));
    const TimeMs unit = unitMs(actions.table().coarsestResolution());
    if (unit > unitMs(TimeResolution::Second) && delay < unit)
        return QStringLiteral("It was %1 in the minute of delivery. People are rarely that quick.").arg(did);
    if (weight(level, actions.type(action)) < 0)
        return QStringLiteral("It was %1 %2 after delivery, when machines have mostly finished.")
            .arg(did, wording::span(delay));
    return delay < 0 ? QStringLiteral("It was %1 at the very moment of delivery.").arg(did)
                     : QStringLiteral("It was %1 %2 after delivery. People are rarely that quick.")
                           .arg(did, wording::span(delay));
}

const std::vector<DelaySignal::Band> &DelaySignal::bandsOf(EventType type) const
{
    return type == EventType::Click ? m_click : m_open;
}

} // namespace clicksieve
