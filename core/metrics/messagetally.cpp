// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/messagetally.h"

#include "core/detect/verdicts.h"
#include "core/events/eventtable.h"

namespace clicksieve {

namespace {

void addCounts(Counts &to, const Counts &from)
{
    to.opens += from.opens;
    to.clicks += from.clicks;
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
    addCounts(m_figures.raw, other.m_figures.raw);
    addCounts(m_figures.adjusted, other.m_figures.adjusted);
    addCounts(m_figures.strict, other.m_figures.strict);
    addCounts(m_figures.lenient, other.m_figures.lenient);
    m_figures.machineOpens += other.m_figures.machineOpens;
    m_figures.machineClicks += other.m_figures.machineClicks;
    m_figures.machineRecipients += other.m_figures.machineRecipients;
    m_figures.prefetchedOnly += other.m_figures.prefetchedOnly;
    m_figures.uncertainOpens += other.m_figures.uncertainOpens;
    m_figures.uncertainClicks += other.m_figures.uncertainClicks;
    m_figures.anonymousActions += other.m_figures.anonymousActions;
    m_figures.messages += other.m_figures.messages;
    m_sent += other.m_sent;
    m_delivered += other.m_delivered;
}

Figures Tally::figures() const
{
    Figures figures = m_figures;
    figures.sent = known(m_sent);
    figures.delivered = known(m_delivered);
    return figures;
}

std::uint8_t MessageTally::countEvent(const EventTable &table, const Verdicts &verdicts, std::size_t event,
                                      Tally &into)
{
    const bool isClick = table.type(event) == EventType::Click;
    const bool isMachine = verdicts.isMachine(event);
    const Verdict verdict = verdicts.verdict(event);
    std::uint8_t readings = kRaw;
    if (!isMachine)
        readings |= kAdjusted;
    if (verdict == Verdict::Human)
        readings |= kStrict;
    if (verdict != Verdict::Machine)
        readings |= kLenient;

    Figures &figures = into.m_figures;
    const auto count = [&](std::uint8_t reading, Counts &counts) {
        if ((readings & reading) != 0)
            ++(isClick ? counts.clicks : counts.opens);
    };
    count(kRaw, figures.raw);
    count(kAdjusted, figures.adjusted);
    count(kStrict, figures.strict);
    count(kLenient, figures.lenient);
    if (isMachine)
        ++(isClick ? figures.machineClicks : figures.machineOpens);
    if (verdict == Verdict::Uncertain)
        ++(isClick ? figures.uncertainClicks : figures.uncertainOpens);
    return readings;
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
