// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/parameters.h"
#include "core/detect/signal.h"

namespace clicksieve {

/// Kind "before-delivery": the action is older than the delivery (or, where that is not known, the handing over) of its
/// own message. Parameters: skewSeconds (how far two clocks may be apart; never less than the export's resolution), weight.
class BeforeDeliverySignal : public Signal {
public:
    BeforeDeliverySignal(const SignalSpec &spec, Parameters &parameters);

    [[nodiscard]] QString notApplicable(const EventTable &table) const override;
    void sweep(const Actions &actions, std::size_t firstMessage, std::size_t lastMessage, Earlier earlier,
               std::span<std::uint8_t> levels) const override;
    [[nodiscard]] double weight(std::uint8_t level, EventType type) const override;
    [[nodiscard]] QString explain(const Actions &actions, std::size_t action,
                                  std::uint8_t level) const override;

private:
    TimeMs m_skew;
    double m_weight;
};

} // namespace clicksieve
