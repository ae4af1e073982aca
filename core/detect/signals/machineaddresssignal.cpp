// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/signals/machineaddresssignal.h"

#include "core/detect/signals/applicability.h"
#include "core/detect/signals/wording.h"

#include <algorithm>
#include <bitset>
#include <cmath>
#include <unordered_map>
#include <vector>

namespace clicksieve {

namespace {

/// What one address did in a campaign.
struct AddressUse {
    std::size_t clicks = 0;
    std::size_t certainMessages = 0;
    std::size_t lastMessage = MessageIndex::kNone;
    std::vector<TimeMs> certainTimes; ///< in order of time once sorted
};

using AddressUses = std::unordered_map<std::uint32_t, AddressUse>;

/// Says of most addresses at once that they are not among the few in question.
class AddressSieve {
public:
    explicit AddressSieve(const AddressUses &uses)
    {
        for (const auto &use : uses)
            m_bits.set(use.first % m_bits.size());
    }
    [[nodiscard]] bool mayHold(AddressIndex address) const
    {
        return m_bits.test(address.value() % m_bits.size());
    }

private:
    std::bitset<65'536> m_bits;
};

bool isNear(const std::vector<TimeMs> &times, TimeMs time, TimeMs within)
{
    const auto next = std::ranges::lower_bound(times, time - within);
    return next != times.end() && *next <= time + within;
}

} // namespace

MachineAddressSignal::MachineAddressSignal(const SignalSpec &spec, Parameters &parameters)
    : Signal(spec)
    , m_fewestMessages(static_cast<std::size_t>(parameters.count("fewestMessages", 1, 1'000'000)))
    , m_share(parameters.number("share", 0, 1))
    , m_within(parameters.seconds("seconds"))
    , m_open(parameters.weight("open"))
    , m_click(parameters.weight("click"))
{
    const double probability = parameters.number("certainProbability", 0.5, 0.9999);
    m_certainLogOdds = std::log(probability / (1 - probability));
}

QString MachineAddressSignal::notApplicable(const EventTable &table) const
{
    const QString reason = needsRecipients(table);
    return reason.isEmpty() ? needsAddresses(table) : reason;
}

void MachineAddressSignal::sweep(const Actions &actions, std::size_t firstMessage, std::size_t lastMessage,
                                 Earlier earlier, std::span<std::uint8_t> levels) const
{
    const auto isCertain = [&](std::size_t action) {
        return static_cast<double>(earlier[action]) >= m_certainLogOdds;
    };
    AddressUses uses;
    for (std::size_t message = firstMessage; message < lastMessage; ++message) {
        const auto [first, last] = actions.ofMessage(message);
        for (std::size_t action = first; action < last; ++action) {
            const AddressIndex address = actions.table().addressOf(actions.client(action));
            if (address.isNone() || !actions.isClick(action) || !isCertain(action))
                continue;
            AddressUse &use = uses[address.value()];
            use.certainMessages += use.lastMessage == message ? 0U : 1U;
            use.lastMessage = message;
            use.certainTimes.push_back(actions.time(action));
        }
    }
    std::erase_if(uses, [this](const auto &use) { return use.second.certainMessages < m_fewestMessages; });
    if (uses.empty())
        return;

    const AddressSieve sieve(uses);
    std::vector<std::size_t> candidates;
    for (std::size_t action = actions.ofMessage(firstMessage).first;
         action < actions.ofMessage(lastMessage).first; ++action) {
        const AddressIndex address = actions.table().addressOf(actions.client(action));
        if (!sieve.mayHold(address))
            continue;
        const auto use = uses.find(address.value());
        if (use == uses.end())
            continue;
        use->second.clicks += actions.isClick(action) ? 1U : 0U;
        if (!isCertain(action)
            && !actions.clients().isSharedByPeople(actions.client(action), actions.type(action)))
            candidates.push_back(action);
    }
    for (auto &[address, use] : uses)
        std::ranges::sort(use.certainTimes);
    for (const std::size_t action : candidates) {
        const AddressUse &use = uses.at(actions.table().addressOf(actions.client(action)).value());
        const bool isMachines =
            static_cast<double>(use.certainTimes.size()) >= m_share * static_cast<double>(use.clicks);
        if (isMachines && isNear(use.certainTimes, actions.time(action), m_within))
            levels[action] = 1;
    }
}

double MachineAddressSignal::weight(std::uint8_t, EventType type) const
{
    return type == EventType::Click ? m_click : m_open;
}

QString MachineAddressSignal::explain(const Actions &actions, std::size_t action, std::uint8_t) const
{
    const EventTable &table = actions.table();
    const AddressIndex address = table.addressOf(actions.client(action));
    const auto [first, last] =
        table.messages().messagesOf(table.messages().campaign(actions.message(action).value()));
    std::size_t messages = 0;
    std::size_t clicks = 0;
    for (std::size_t message = first; message < last; ++message) {
        const auto [begin, end] = actions.ofMessage(message);
        const std::size_t before = clicks;
        for (std::size_t other = begin; other < end; ++other)
            clicks += actions.isClick(other) && table.addressOf(actions.client(other)) == address ? 1U : 0U;
        messages += clicks > before ? 1U : 0U;
    }
    return QStringLiteral(
               "Its IP address made %1 in %2 of this campaign, nearly all of them a machine's for certain.")
        .arg(wording::counted(clicks, QStringLiteral("click"), QStringLiteral("clicks")),
             wording::counted(messages, QStringLiteral("mail"), QStringLiteral("mails")));
}

} // namespace clicksieve
