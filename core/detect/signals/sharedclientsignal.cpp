// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/signals/sharedclientsignal.h"

#include "core/detect/signals/applicability.h"
#include "core/detect/signals/clientuses.h"
#include "core/detect/signals/wording.h"

#include <algorithm>

namespace clicksieve {

namespace {

bool touchesSeveralMessages(std::span<const Use> uses, std::size_t fewest)
{
    std::size_t changes = 1;
    for (std::size_t place = 1; place < uses.size() && changes < fewest; ++place)
        changes += uses[place].message != uses[place - 1].message ? 1U : 0U;
    return changes >= fewest;
}

/// False where no window of @p length can hold @p count of the uses: those of most clients are far apart.
bool mayBeWithin(std::span<const Use> uses, std::size_t count, TimeMs length)
{
    for (std::size_t last = count; last <= uses.size(); ++last) {
        if (uses[last - 1].time - uses[last - count].time <= length)
            return true;
    }
    return false;
}

} // namespace

SharedClientSignal::SharedClientSignal(const SignalSpec &spec, Parameters &parameters) : Signal(spec)
{
    for (Parameters &entry : parameters.list("tiers")) {
        m_tiers.push_back({static_cast<std::size_t>(entry.count("recipients", 2, 1'000'000)),
                           static_cast<std::size_t>(entry.count("domains", 1, 1'000'000)),
                           entry.seconds("seconds"), entry.weight("open"), entry.weight("click")});
        parameters.adopt(entry);
    }
    for (const Tier &tier : m_tiers)
        m_fewestRecipients =
            m_fewestRecipients == 0 ? tier.recipients : std::min(m_fewestRecipients, tier.recipients);
}

QString SharedClientSignal::notApplicable(const EventTable &table) const
{
    for (const QString &reason : {needsRecipients(table), needsAddresses(table), needsMinutes(table)}) {
        if (!reason.isEmpty())
            return reason;
    }
    return {};
}

void SharedClientSignal::sweep(const Actions &actions, std::size_t firstMessage, std::size_t lastMessage,
                               Earlier, std::span<std::uint8_t> levels) const
{
    const std::vector<Use> all = collectUses(actions, firstMessage, lastMessage, m_fewestRecipients);
    for (std::size_t begin = 0; begin < all.size();) {
        std::size_t end = begin + 1;
        while (end < all.size() && all[end].client == all[begin].client)
            ++end;
        const std::span<const Use> uses(all.data() + begin, end - begin);
        begin = end;
        const auto mayReach = [uses](const Tier &tier) {
            return mayBeWithin(uses, tier.recipients, tier.window);
        };
        if (touchesSeveralMessages(uses, m_fewestRecipients) && std::ranges::any_of(m_tiers, mayReach))
            sweepClient(actions, ClientUses(actions.table(), uses), levels);
    }
}

void SharedClientSignal::sweepClient(const Actions &actions, const ClientUses &client,
                                     std::span<std::uint8_t> levels) const
{
    const TimeMs unit = unitMs(actions.table().coarsestResolution());
    for (std::size_t tier = m_tiers.size(); tier > 0; --tier) {
        if (m_tiers[tier - 1].window < unit) // such times cannot tell it
            continue;
        if (!mayBeWithin(client.uses, m_tiers[tier - 1].recipients, m_tiers[tier - 1].window))
            continue;
        std::size_t marked = 0; // up to here the uses have this level already
        RecipientWindow window(client, m_tiers[tier - 1].window);
        while (window.advance()) {
            if (window.recipients() < m_tiers[tier - 1].recipients
                || window.domains() < m_tiers[tier - 1].domains)
                continue;
            for (marked = std::max(marked, window.first()); marked <= window.last(); ++marked) {
                const Use &use = client.uses[marked];
                if (!actions.clients().isSharedByPeople(ClientIndex{use.client}, actions.type(use.action)))
                    levels[use.action] = static_cast<std::uint8_t>(tier);
            }
        }
    }
}

double SharedClientSignal::weight(std::uint8_t level, EventType type) const
{
    const Tier &tier = m_tiers[level - 1U];
    return type == EventType::Click ? tier.click : tier.open;
}

QString SharedClientSignal::explain(const Actions &actions, std::size_t action, std::uint8_t level) const
{
    const CampaignIndex campaign = actions.table().messages().campaign(actions.message(action).value());
    const auto [firstMessage, lastMessage] = actions.table().messages().messagesOf(campaign);
    std::vector<Use> uses = collectUses(actions, firstMessage, lastMessage, m_fewestRecipients);
    std::erase_if(uses, [&](const Use &use) { return use.client != actions.client(action).value(); });
    std::size_t recipients = 0;
    std::size_t domains = 0;
    const ClientUses client(actions.table(), uses);
    RecipientWindow window(client, m_tiers[level - 1U].window);
    while (window.advance()) {
        const bool holdsIt = std::any_of(uses.begin() + static_cast<std::ptrdiff_t>(window.first()),
                                         uses.begin() + static_cast<std::ptrdiff_t>(window.last()) + 1,
                                         [action](const Use &use) { return use.action == action; });
        if (holdsIt && window.recipients() > recipients) {
            recipients = window.recipients();
            domains = window.domains();
        }
    }
    return QStringLiteral("The same address and program acted for %1 at %2 within %3.")
        .arg(wording::counted(recipients, QStringLiteral("recipient"), QStringLiteral("recipients")),
             wording::counted(domains, QStringLiteral("mail domain"), QStringLiteral("mail domains")),
             wording::span(m_tiers[level - 1U].window));
}

} // namespace clicksieve
