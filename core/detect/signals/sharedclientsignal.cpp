// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/signals/sharedclientsignal.h"

#include "core/detect/signals/applicability.h"
#include "core/detect/signals/wording.h"

#include <algorithm>
#include <unordered_map>

namespace clicksieve {

namespace {

/// One action of a client, small enough to sort many of.
struct Use {
    std::uint32_t client = 0;
    std::uint32_t message = 0;
    TimeMs time = 0;
    std::size_t action = 0;
};

/// The recipients and domains in a window that slides over the uses of one client.
class RecipientWindow {
public:
    RecipientWindow(const EventTable &table, std::span<const Use> uses, TimeMs length)
        : m_table(table)
        , m_uses(uses)
        , m_length(length)
    {
    }

    bool advance()
    {
        if (m_next == m_uses.size())
            return false;
        count(m_uses[m_next++], +1);
        while (m_uses[m_first].time < m_uses[m_next - 1].time - m_length)
            count(m_uses[m_first++], -1);
        return true;
    }
    [[nodiscard]] std::size_t recipients() const { return m_messages.size(); }
    [[nodiscard]] std::size_t domains() const { return m_domains.size(); }
    [[nodiscard]] std::size_t first() const { return m_first; }
    [[nodiscard]] std::size_t last() const { return m_next - 1; }

private:
    void count(const Use &use, int change)
    {
        const auto add = [change](auto &counts, std::uint32_t key) {
            int &value = counts[key];
            value += change;
            if (value == 0)
                counts.erase(key);
        };
        add(m_messages, use.message);
        add(m_domains, m_table.domainOf(m_table.messages().recipient(use.message)).value());
    }

    const EventTable &m_table;
    std::span<const Use> m_uses;
    TimeMs m_length;
    std::size_t m_first = 0;
    std::size_t m_next = 0;
    std::unordered_map<std::uint32_t, int> m_messages;
    std::unordered_map<std::uint32_t, int> m_domains;
};

bool touchesSeveralMessages(std::span<const Use> uses, std::size_t fewest)
{
    std::size_t changes = 1;
    for (std::size_t place = 1; place < uses.size() && changes < fewest; ++place)
        changes += uses[place].message != uses[place - 1].message ? 1U : 0U;
    return changes >= fewest;
}

/// The uses of clients that may speak, by client and then by time.
std::vector<Use> collectUses(const Actions &actions, std::size_t firstMessage, std::size_t lastMessage)
{
    std::vector<Use> uses;
    for (std::size_t message = firstMessage; message < lastMessage; ++message) {
        const auto [first, last] = actions.ofMessage(message);
        for (std::size_t action = first; action < last; ++action) {
            const ClientIndex client = actions.client(action);
            if (client.isNone() || actions.table().addressOf(client).isNone())
                continue; // a user agent alone is shared by millions
            uses.push_back(
                {client.value(), static_cast<std::uint32_t>(message), actions.time(action), action});
        }
    }
    std::ranges::sort(uses, [](const Use &one, const Use &other) {
        if (one.client != other.client)
            return one.client < other.client;
        return one.time != other.time ? one.time < other.time : one.action < other.action;
    });
    return uses;
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
    for (const QString &reason : {needsRecipients(table), needsAddresses(table), needsSeconds(table)}) {
        if (!reason.isEmpty())
            return reason;
    }
    return {};
}

void SharedClientSignal::sweep(const Actions &actions, std::size_t firstMessage, std::size_t lastMessage,
                               FirstPass, std::span<std::uint8_t> levels) const
{
    const std::vector<Use> all = collectUses(actions, firstMessage, lastMessage);
    for (std::size_t begin = 0; begin < all.size();) {
        std::size_t end = begin + 1;
        while (end < all.size() && all[end].client == all[begin].client)
            ++end;
        const std::span<const Use> uses(all.data() + begin, end - begin);
        begin = end;
        if (uses.size() < m_fewestRecipients || !touchesSeveralMessages(uses, m_fewestRecipients))
            continue;
        const ClientIndex client{uses.front().client};
        for (std::size_t tier = m_tiers.size(); tier > 0; --tier) {
            RecipientWindow window(actions.table(), uses, m_tiers[tier - 1].window);
            while (window.advance()) {
                if (window.recipients() < m_tiers[tier - 1].recipients
                    || window.domains() < m_tiers[tier - 1].domains)
                    continue;
                for (std::size_t place = window.first(); place <= window.last(); ++place) {
                    const std::size_t action = uses[place].action;
                    if (!actions.clients().isSharedByPeople(client, actions.type(action)))
                        levels[action] = static_cast<std::uint8_t>(tier);
                }
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
    std::vector<Use> uses = collectUses(actions, firstMessage, lastMessage);
    std::erase_if(uses, [&](const Use &use) { return use.client != actions.client(action).value(); });
    std::size_t recipients = 0;
    std::size_t domains = 0;
    RecipientWindow window(actions.table(), uses, m_tiers[level - 1U].window);
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
