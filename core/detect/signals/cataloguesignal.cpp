// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/signals/cataloguesignal.h"

#include "core/detect/signals/applicability.h"
#include "core/detect/signals/wording.h"

#include <algorithm>
#include <array>

namespace clicksieve {

namespace {

constexpr std::uint8_t kCertain = 1;
constexpr std::uint8_t kProbableEarly = 2;
constexpr std::uint8_t kProbable = 3;
constexpr std::uint8_t kPerson = 4;

} // namespace

CatalogueSignal::CatalogueSignal(const SignalSpec &spec, By by, Parameters &parameters)
    : Signal(spec)
    , m_by(by)
    , m_early(parameters.seconds("earlySeconds"))
    , m_certain(parameters.weight("certain"))
    , m_probableEarly(parameters.weight("probableEarly"))
    , m_probable(parameters.weight("probable"))
    , m_person(parameters.weight("person"))
{
    constexpr std::array kActors = {
        ActorKind::LinkScanner, ActorKind::PrivacyPrefetch, ActorKind::LinkPreview, ActorKind::HttpLibrary,
        ActorKind::Robot,       ActorKind::ImageProxy,      ActorKind::SharedEgress};
    for (const QString &word : parameters.words("actors")) {
        const auto known = std::ranges::find_if(
            kActors, [&](ActorKind kind) { return word.toStdString() == wordFor(kind); });
        if (known == kActors.end())
            parameters.complain(QStringLiteral("there is no actor \"%1\"").arg(word));
        else
            m_actors.set(static_cast<std::size_t>(*known));
    }
}

QString CatalogueSignal::notApplicable(const EventTable &table) const
{
    return m_by == By::Address ? needsAddresses(table) : needsAgents(table);
}

void CatalogueSignal::sweep(const Actions &actions, std::size_t firstMessage, std::size_t lastMessage,
                            Earlier, std::span<std::uint8_t> levels) const
{
    for (std::size_t message = firstMessage; message < lastMessage; ++message) {
        const auto [first, last] = actions.ofMessage(message);
        for (std::size_t action = first; action < last; ++action) {
            const CatalogueEntry *entry = entryOf(actions, action);
            if (entry == nullptr)
                continue;
            if (entry->certainty == Certainty::Certain) {
                levels[action] = kCertain;
            } else if (entry->certainty == Certainty::Person) {
                levels[action] = m_person == 0 ? 0 : kPerson;
            } else {
                const TimeMs delay = actions.sinceDelivery(message, action);
                levels[action] = delay != kNoTime && delay < m_early ? kProbableEarly : kProbable;
            }
        }
    }
}

double CatalogueSignal::weight(std::uint8_t level, EventType) const
{
    switch (level) {
    case kCertain:
        return m_certain;
    case kProbableEarly:
        return m_probableEarly;
    case kProbable:
        return m_probable;
    default:
        return m_person;
    }
}

QString CatalogueSignal::explain(const Actions &actions, std::size_t action, std::uint8_t level) const
{
    const CatalogueEntry *entry = entryOf(actions, action);
    const QString what = m_by == By::Address
                             ? QStringLiteral("Its IP address belongs to %1.").arg(entry->title)
                             : QStringLiteral("Its program calls itself %1.").arg(entry->title);
    if (level == kProbableEarly)
        return QStringLiteral("%1 It came within %2 of delivery. %3")
            .arg(what, wording::span(m_early), entry->note);
    return QStringLiteral("%1 %2").arg(what, entry->note);
}

const CatalogueEntry *CatalogueSignal::entryOf(const Actions &actions, std::size_t action) const
{
    const CatalogueEntry *entry =
        m_by == By::Address ? actions.clients().byAddress(actions.client(action), actions.type(action))
                            : actions.clients().byAgent(actions.client(action), actions.type(action));
    return entry != nullptr && m_actors.test(static_cast<std::size_t>(entry->actor)) ? entry : nullptr;
}

} // namespace clicksieve
