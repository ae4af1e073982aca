// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/signals/domainwavesignal.h"

#include "core/detect/signals/applicability.h"
#include "core/detect/signals/wording.h"

#include <algorithm>
#include <cmath>
#include <span>
#include <vector>

namespace clicksieve {

namespace {

/// A message and the domain of its recipient.
struct Addressed {
    std::uint32_t domain;
    std::uint32_t message;
};

/// The messages with a domain that did not bounce, one domain after the other.
std::vector<Addressed> byDomain(const Actions &actions, std::size_t firstMessage, std::size_t lastMessage)
{
    const EventTable &table = actions.table();
    std::vector<Addressed> all;
    for (std::size_t message = firstMessage; message < lastMessage; ++message) {
        const DomainIndex domain = table.domainOf(table.messages().recipient(message));
        if (!domain.isNone() && !table.messages().hasBounce(message))
            all.push_back({domain.value(), static_cast<std::uint32_t>(message)});
    }
    std::ranges::sort(all, [](const Addressed &one, const Addressed &other) {
        return one.domain != other.domain ? one.domain < other.domain : one.message < other.message;
    });
    return all;
}

/// The clicks of @p messages, which are of one domain, not yet in order of time.
void collectClicks(const Actions &actions, std::span<const Addressed> messages,
                   std::vector<DomainClick> &clicks)
{
    clicks.clear();
    for (std::size_t number = 0; number < messages.size(); ++number) {
        const auto [first, last] = actions.ofMessage(messages[number].message);
        for (std::size_t action = first; action < last; ++action) {
            if (actions.isClick(action))
                clicks.push_back({actions.time(action), static_cast<std::uint32_t>(number), action});
        }
    }
}

std::size_t clickedMessages(const std::vector<DomainClick> &clicks)
{
    std::size_t count = 0;
    for (std::size_t click = 0; click < clicks.size(); ++click)
        count += click == 0 || clicks[click].message != clicks[click - 1].message ? 1U : 0U;
    return count;
}

void putInOrder(std::vector<DomainClick> &clicks)
{
    std::ranges::sort(clicks, [](const DomainClick &one, const DomainClick &other) {
        return one.time != other.time ? one.time < other.time : one.action < other.action;
    });
}

} // namespace

DomainWaveSignal::DomainWaveSignal(const SignalSpec &spec, Parameters &parameters) : Signal(spec)
{
    for (Parameters &entry : parameters.list("tiers")) {
        m_tiers.push_back({static_cast<std::size_t>(entry.count("recipients", 2, 1'000'000)),
                           entry.number("share", 0.01, 1), entry.seconds("seconds"), entry.weight("weight")});
        parameters.adopt(entry);
    }
}

QString DomainWaveSignal::notApplicable(const EventTable &table) const
{
    if (table.domainCount() == 0)
        return QStringLiteral("This export has no e-mail addresses, so mail domains cannot be told apart.");
    const QString reason = needsRecipients(table);
    return reason.isEmpty() ? needsMinutes(table) : reason;
}

void DomainWaveSignal::sweep(const Actions &actions, std::size_t firstMessage, std::size_t lastMessage,
                             Earlier, std::span<std::uint8_t> levels) const
{
    const std::vector<Addressed> messages = byDomain(actions, firstMessage, lastMessage);
    std::vector<DomainClick> clicks;
    for (std::size_t begin = 0; begin < messages.size();) {
        std::size_t end = begin + 1;
        while (end < messages.size() && messages[end].domain == messages[begin].domain)
            ++end;
        collectClicks(actions, {messages.data() + begin, end - begin}, clicks);
        sweepDomain(actions, clicks, end - begin, levels);
        begin = end;
    }
}

std::size_t DomainWaveSignal::fewestOf(const Tier &tier, std::size_t messages)
{
    const double share = std::ceil(tier.share * static_cast<double>(messages) - 1e-9);
    return std::max(tier.recipients, static_cast<std::size_t>(share));
}

TimeMs DomainWaveSignal::lengthFor(const Tier &tier, const EventTable &table)
{
    return std::max(tier.window, unitMs(table.coarsestResolution()));
}

/// From the weakest tier to the strongest, so that the strongest is what stays.
void DomainWaveSignal::sweepDomain(const Actions &actions, std::vector<DomainClick> &clicks,
                                   std::size_t messages, std::span<std::uint8_t> levels) const
{
    const std::size_t clicked = clickedMessages(clicks);
    bool isInOrder = false;
    for (std::size_t tier = m_tiers.size(); tier > 0; --tier) {
        const std::size_t fewest = fewestOf(m_tiers[tier - 1], messages);
        if (clicked < fewest)
            continue;
        if (!isInOrder)
            putInOrder(clicks);
        isInOrder = true;
        std::size_t marked = 0; // up to here the clicks have this level already
        MessageWindow window(clicks, messages, lengthFor(m_tiers[tier - 1], actions.table()));
        while (window.advance()) {
            if (window.messages() < fewest)
                continue;
            for (marked = std::max(marked, window.first()); marked <= window.last(); ++marked)
                levels[clicks[marked].action] = static_cast<std::uint8_t>(tier);
        }
    }
}

double DomainWaveSignal::weight(std::uint8_t level, EventType) const
{
    return m_tiers[level - 1U].weight;
}

QString DomainWaveSignal::explain(const Actions &actions, std::size_t action, std::uint8_t level) const
{
    const EventTable &table = actions.table();
    const std::size_t message = actions.message(action).value();
    const DomainIndex domain = table.domainOf(table.messages().recipient(message));
    const auto [first, last] = table.messages().messagesOf(table.messages().campaign(message));
    std::vector<Addressed> messages = byDomain(actions, first, last);
    std::erase_if(messages, [&](const Addressed &one) { return one.domain != domain.value(); });
    std::vector<DomainClick> clicks;
    collectClicks(actions, messages, clicks);
    putInOrder(clicks);
    const TimeMs length = lengthFor(m_tiers[level - 1U], table);
    std::size_t most = 0;
    MessageWindow window(clicks, messages.size(), length);
    while (window.advance()) {
        const auto begin = clicks.begin() + static_cast<std::ptrdiff_t>(window.first());
        const auto end = clicks.begin() + static_cast<std::ptrdiff_t>(window.last()) + 1;
        if (std::any_of(begin, end, [action](const DomainClick &click) { return click.action == action; }))
            most = std::max(most, window.messages());
    }
    const std::string_view utf8 = table.domainText(domain);
    return QStringLiteral("%1 of the %2 to %3 were clicked within %4. Colleagues do not act in step.")
        .arg(most)
        .arg(wording::counted(messages.size(), QStringLiteral("mail"), QStringLiteral("mails")),
             QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size())), wording::span(length));
}

} // namespace clicksieve
