// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/signals/calmsignal.h"

#include "core/detect/signals/applicability.h"
#include "core/detect/signals/loneclicks.h"
#include "core/detect/signals/wording.h"

#include <algorithm>

namespace clicksieve {

namespace {

constexpr std::uint8_t kRead = 1;
constexpr std::uint8_t kAlone = 2;

} // namespace

CalmSignal::CalmSignal(const SignalSpec &spec, Parameters &parameters)
    : Signal(spec)
    , m_readFrom(parameters.seconds("readFromSeconds"))
    , m_readTo(parameters.seconds("readToSeconds"))
    , m_aloneWithin(parameters.seconds("aloneSeconds"))
    , m_aloneAfter(parameters.seconds("aloneAfterSeconds"))
    , m_readWeight(parameters.weight("read"))
    , m_aloneWeight(parameters.weight("alone"))
{
}

QString CalmSignal::notApplicable(const EventTable &table) const
{
    for (const QString &reason : {needsRecipients(table), needsUrls(table), needsMinutes(table)}) {
        if (!reason.isEmpty())
            return reason;
    }
    return {};
}

void CalmSignal::sweep(const Actions &actions, std::size_t firstMessage, std::size_t lastMessage, Earlier,
                       std::span<std::uint8_t> levels) const
{
    for (std::size_t message = firstMessage; message < lastMessage; ++message) {
        const auto [first, last] = actions.ofMessage(message);
        for (std::size_t action = first; action < last; ++action) {
            if (!actions.isClick(action))
                continue;
            std::uint8_t level = readingTime(actions, first, action) != kNoTime ? kRead : 0;
            if (isAlone(actions, message, action))
                level |= kAlone;
            levels[action] = level;
        }
    }
}

TimeMs CalmSignal::readingTime(const Actions &actions, std::size_t first, std::size_t action) const
{
    const ClientIndex client = actions.client(action);
    if (client.isNone())
        return kNoTime;
    for (std::size_t before = action; before > first; --before) {
        const TimeMs distance = actions.time(action) - actions.time(before - 1);
        if (distance > m_readTo)
            break;
        if (distance < m_readFrom || actions.isClick(before - 1))
            continue;
        const ClientIndex reader = actions.client(before - 1);
        // The mail program and the browser that it starts name themselves differently, at one address.
        const AddressIndex address = actions.table().addressOf(client);
        const bool isSameAddress =
            !address.isNone() && !reader.isNone() && actions.table().addressOf(reader) == address;
        if (reader == client || isSameAddress || actions.clients().isSharedByPeople(reader, EventType::Open))
            return distance;
    }
    return kNoTime;
}

bool CalmSignal::isAlone(const Actions &actions, std::size_t message, std::size_t action) const
{
    const TimeMs delay = actions.sinceDelivery(message, action);
    if (delay == kNoTime || delay < m_aloneAfter)
        return false;
    return isLoneClick(actions, message, action,
                       std::max(m_aloneWithin, unitMs(actions.table().coarsestResolution())));
}

double CalmSignal::weight(std::uint8_t level, EventType) const
{
    return ((level & kRead) != 0 ? m_readWeight : 0) + ((level & kAlone) != 0 ? m_aloneWeight : 0);
}

QString CalmSignal::explain(const Actions &actions, std::size_t action, std::uint8_t level) const
{
    const MessageIndex message = actions.message(action);
    QString sentence;
    if ((level & kRead) != 0) {
        const auto [first, last] = actions.ofMessage(message.value());
        sentence = QStringLiteral("The mail was opened %1 before, from the same address or through "
                                  "a picture proxy of "
                                  "people, which leaves time to read.")
                       .arg(wording::span(readingTime(actions, first, action)));
    }
    if ((level & kAlone) != 0) {
        if (!sentence.isEmpty())
            sentence += QLatin1Char(' ');
        sentence +=
            QStringLiteral("It is a single click, %1 after delivery, with no other link clicked around it.")
                .arg(wording::span(actions.sinceDelivery(message.value(), action)));
    }
    return sentence;
}

} // namespace clicksieve
