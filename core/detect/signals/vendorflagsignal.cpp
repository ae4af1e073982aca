// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/signals/vendorflagsignal.h"

#include "core/detect/signals/applicability.h"

namespace clicksieve {

namespace {

constexpr std::uint8_t kMachine = 1;
constexpr std::uint8_t kHuman = 2;

} // namespace

VendorFlagSignal::VendorFlagSignal(const SignalSpec &spec, Parameters &parameters)
    : Signal(spec)
    , m_machine(parameters.weight("machine"))
    , m_human(parameters.weight("human"))
{
}

QString VendorFlagSignal::notApplicable(const EventTable &table) const
{
    return needsVendorFlag(table);
}

void VendorFlagSignal::sweep(const Actions &actions, std::size_t firstMessage, std::size_t lastMessage,
                             Earlier, std::span<std::uint8_t> levels) const
{
    for (std::size_t message = firstMessage; message < lastMessage; ++message) {
        const auto [first, last] = actions.ofMessage(message);
        for (std::size_t action = first; action < last; ++action) {
            const MachineFlag flag = actions.flag(action);
            levels[action] = flag == MachineFlag::Machine ? kMachine
                             : flag == MachineFlag::Human ? kHuman
                                                          : 0;
        }
    }
}

double VendorFlagSignal::weight(std::uint8_t level, EventType) const
{
    return level == kMachine ? m_machine : m_human;
}

QString VendorFlagSignal::explain(const Actions &, std::size_t, std::uint8_t level) const
{
    return level == kMachine ? QStringLiteral("Your e-mail service itself marks it as made by a machine.")
                             : QStringLiteral("Your e-mail service itself marks it as made by a person.");
}

} // namespace clicksieve
