// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/parameters.h"
#include "core/detect/signal.h"

namespace clicksieve {

/// Kind "machine-address": the address belongs to a machine, as its other clicks in the campaign show after the first pass. An address
/// counts as a machine's where it made certain clicks in several messages and hardly any others; addresses that people share are left
/// out. Parameters: certainProbability, fewestMessages (with certain clicks), share (of the address's clicks that are certain, 0 to 1),
/// seconds (the nearest of them is no further away), open and click (weights). Level: 1.
class MachineAddressSignal : public Signal {
public:
    MachineAddressSignal(const SignalSpec &spec, Parameters &parameters);

    [[nodiscard]] Scope scope() const override { return Scope::Campaign; }
    [[nodiscard]] Pass pass() const override { return Pass::Second; }
    [[nodiscard]] QString notApplicable(const EventTable &table) const override;
    void sweep(const Actions &actions, std::size_t firstMessage, std::size_t lastMessage, Earlier earlier,
               std::span<std::uint8_t> levels) const override;
    [[nodiscard]] double weight(std::uint8_t level, EventType type) const override;
    [[nodiscard]] QString explain(const Actions &actions, std::size_t action,
                                  std::uint8_t level) const override;

private:
    double m_certainLogOdds;
    std::size_t m_fewestMessages;
    double m_share;
    TimeMs m_within;
    double m_open;
    double m_click;
};

} // namespace clicksieve
