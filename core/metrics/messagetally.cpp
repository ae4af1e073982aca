// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/messagetally.h"

#include "core/detect/verdicts.h"
#include "core/events/eventtable.h"

namespace clicksieve {

namespace {

void addUniques(Counts &to, const Counts &from)
{
    to.uniqueOpens += from.uniqueOpens;
    to.uniqueClicks += from.uniqueClicks;
}

/// A group without a single such event says nothing of it: the export may not have them.
std::optional<std::uint64_t> known(std::uint64_t count)
{
    return count == 0 ? std::nullopt : std::optional(count);
}

} // namespace

void Tally::add(const Tally &other)
{
    addUniques(m_figures.raw, other.m_figures.raw);
    addUniques(m_figures.adjusted, other.m_figures.adjusted);
    addUniques(m_figures.strict, other.m_figures.strict);
    addUniques(m_figures.lenient, other.m_figures.lenient);
    for (std::size_t side = 0; side < m_opens.size(); ++side) {
        m_opens[side] += other.m_opens[side];
        m_clicks[side] += other.m_clicks[side];
    }
    m_figures.machineRecipients += other.m_figures.machineRecipients;
    m_figures.prefetchedOnly += other.m_figures.prefetchedOnly;
    m_figures.anonymousActions += other.m_figures.anonymousActions;
    m_figures.messages += other.m_figures.messages;
    m_sent += other.m_sent;
    m_delivered += other.m_delivered;
}

Figures Tally::figures() const
{
    Figures figures = m_figures;
    const auto count = [&](std::uint64_t Counts::*total, const EventCounts &events) {
        figures.strict.*total = events[Human];
        figures.adjusted.*total = figures.strict.*total + events[UncertainHuman];
        figures.lenient.*total = figures.adjusted.*total + events[UncertainMachine];
        figures.raw.*total = figures.lenient.*total + events[Machine];
    };
    count(&Counts::opens, m_opens);
    count(&Counts::clicks, m_clicks);
    figures.machineOpens = m_opens[UncertainMachine] + m_opens[Machine];
    figures.machineClicks = m_clicks[UncertainMachine] + m_clicks[Machine];
    figures.uncertainOpens = m_opens[UncertainHuman] + m_opens[UncertainMachine];
    figures.uncertainClicks = m_clicks[UncertainHuman] + m_clicks[UncertainMachine];
    figures.sent = known(m_sent);
    figures.delivered = known(m_delivered);
    return figures;
}

std::uint8_t MessageTally::countEvent(const EventTable &table, const Verdicts &verdicts, std::size_t event,
                                      Tally &into)
{
    const bool isClick = table.type(event) == EventType::Click;
    const Verdict verdict = verdicts.verdict(event);
    Tally::Side side = verdict == Verdict::Human ? Tally::Human : Tally::Machine;
    if (verdict == Verdict::Uncertain)
        side = verdicts.isMachine(event) ? Tally::UncertainMachine : Tally::UncertainHuman;
    ++(isClick ? into.m_clicks : into.m_opens)[side];
    constexpr std::array<std::uint8_t, 4> kReadingsOf = {kRaw | kAdjusted | kStrict | kLenient,
                                                         kRaw | kAdjusted | kLenient, kRaw | kLenient, kRaw};
    return kReadingsOf[side];
}

void MessageTally::addAction(const EventTable &table, const Verdicts &verdicts, std::size_t event,
                             Tally &into)
{
    const std::uint8_t readings = countEvent(table, verdicts, event, into);
    (table.type(event) == EventType::Click ? m_clicked : m_opened) |= readings;
    const bool machine = (readings & kAdjusted) == 0;
    m_machine |= machine;
    m_prefetched |= machine && table.type(event) == EventType::Open
                    && verdicts.actor(event).kind == ActorKind::PrivacyPrefetch;
}

void MessageTally::addAnonymous(const EventTable &table, const Verdicts &verdicts, std::size_t event,
                                Tally &into)
{
    countEvent(table, verdicts, event, into);
    ++into.m_figures.anonymousActions;
}

void MessageTally::finish(bool wasSent, bool wasDelivered, Tally &into)
{
    ++into.m_figures.messages;
    into.m_sent += wasSent ? 1U : 0U;
    into.m_delivered += wasDelivered ? 1U : 0U;
    finishForLink(into);
}

void MessageTally::finishForLink(Tally &into)
{
    const auto count = [this](std::uint8_t reading, std::uint8_t opened, Counts &counts) {
        counts.uniqueOpens += (opened & reading) != 0 ? 1U : 0U;
        counts.uniqueClicks += (m_clicked & reading) != 0 ? 1U : 0U;
    };
    // Who clicked has opened, whether the picture was loaded or not. Raw stays what the e-mail service reports.
    const std::uint8_t openedOrClicked = m_opened | m_clicked;
    count(kRaw, m_opened, into.m_figures.raw);
    count(kAdjusted, openedOrClicked, into.m_figures.adjusted);
    count(kStrict, openedOrClicked, into.m_figures.strict);
    count(kLenient, openedOrClicked, into.m_figures.lenient);
    into.m_figures.machineRecipients += m_machine ? 1U : 0U;
    into.m_figures.prefetchedOnly += m_prefetched && (openedOrClicked & kAdjusted) == 0 ? 1U : 0U;
    *this = {};
}

} // namespace clicksieve
