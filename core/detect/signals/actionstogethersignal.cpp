// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/signals/actionstogethersignal.h"

#include "core/detect/signals/applicability.h"
#include "core/detect/signals/wording.h"

#include <algorithm>

namespace clicksieve {

ActionsTogetherSignal::ActionsTogetherSignal(const SignalSpec &spec, Parameters &parameters) : Signal(spec)
{
    const QString of = parameters.word("of");
    m_clicksOnly = of == QLatin1String("clicks");
    if (!m_clicksOnly && of != QLatin1String("opens-and-clicks"))
        parameters.complain(QStringLiteral("\"of\" must be \"clicks\" or \"opens-and-clicks\""));
    for (Parameters &entry : parameters.list("tiers")) {
        m_tiers.push_back({static_cast<std::size_t>(entry.count("actions", 2, 1'000)),
                           entry.seconds("seconds"), entry.weight("weight")});
        parameters.adopt(entry);
    }
}

QString ActionsTogetherSignal::notApplicable(const EventTable &table) const
{
    const QString reason = needsRecipients(table);
    return reason.isEmpty() ? needsSeconds(table) : reason;
}

void ActionsTogetherSignal::collect(const Actions &actions, std::size_t message,
                                    std::vector<std::size_t> &counted) const
{
    counted.clear();
    const auto [first, last] = actions.ofMessage(message);
    for (std::size_t action = first; action < last; ++action) {
        if (!m_clicksOnly || actions.isClick(action))
            counted.push_back(action);
    }
}

/// From the weakest tier to the strongest, so that the strongest is what stays.
void ActionsTogetherSignal::sweep(const Actions &actions, std::size_t firstMessage, std::size_t lastMessage,
                                  Earlier, std::span<std::uint8_t> levels) const
{
    std::vector<std::size_t> counted;
    for (std::size_t message = firstMessage; message < lastMessage; ++message) {
        collect(actions, message, counted);
        for (std::size_t tier = m_tiers.size(); tier > 0; --tier) {
            const auto [fewest, window, weight] = m_tiers[tier - 1];
            std::size_t marked = 0; // up to here the actions have this level already
            for (std::size_t last = fewest; last <= counted.size(); ++last) {
                if (actions.time(counted[last - 1]) - actions.time(counted[last - fewest]) > window)
                    continue;
                for (marked = std::max(marked, last - fewest); marked < last; ++marked)
                    levels[counted[marked]] = static_cast<std::uint8_t>(tier);
            }
        }
    }
}

double ActionsTogetherSignal::weight(std::uint8_t level, EventType) const
{
    return m_tiers[level - 1U].weight;
}

QString ActionsTogetherSignal::explain(const Actions &actions, std::size_t action, std::uint8_t level) const
{
    std::vector<std::size_t> counted;
    collect(actions, actions.message(action).value(), counted);
    const TimeMs window = m_tiers[level - 1U].window;
    std::size_t most = 0;
    TimeMs length = 0;
    std::size_t first = 0;
    for (std::size_t last = 0; last < counted.size(); ++last) {
        while (actions.time(counted[last]) - actions.time(counted[first]) > window)
            ++first;
        const bool holdsIt = counted[first] <= action && action <= counted[last];
        if (holdsIt && last - first + 1 > most) {
            most = last - first + 1;
            length = actions.time(counted[last]) - actions.time(counted[first]);
        }
    }
    const QString what =
        m_clicksOnly
            ? wording::counted(most, QStringLiteral("click"), QStringLiteral("clicks"))
            : wording::counted(most, QStringLiteral("open or click"), QStringLiteral("opens and clicks"));
    return length == 0 ? QStringLiteral("%1 of this mail came at the same moment.").arg(what)
                       : QStringLiteral("%1 of this mail came within %2.").arg(what, wording::span(length));
}

} // namespace clicksieve
