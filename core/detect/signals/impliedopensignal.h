// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/parameters.h"
#include "core/detect/signal.h"

namespace clicksieve {

/// Kind "implied-open": an open that was recorded together with a click (same message, within withinSeconds, and the same client
/// where both are known) is the click's doing and follows its verdict. Parameters: withinSeconds; follow, the largest
/// weight that it takes over. It speaks with the log-odds that the click has after the first pass: levels 1 to 255 stand for
/// -follow to +follow in equal steps.
class ImpliedOpenSignal : public Signal {
public:
    ImpliedOpenSignal(const SignalSpec &spec, Parameters &parameters);

    [[nodiscard]] Pass pass() const override { return Pass::Last; }
    [[nodiscard]] QString notApplicable(const EventTable &table) const override;
    void sweep(const Actions &actions, std::size_t firstMessage, std::size_t lastMessage, Earlier earlier,
               std::span<std::uint8_t> levels) const override;
    [[nodiscard]] double weight(std::uint8_t level, EventType type) const override;
    [[nodiscard]] QString explain(const Actions &actions, std::size_t action,
                                  std::uint8_t level) const override;

private:
    [[nodiscard]] std::uint8_t levelFor(double logOdds) const;

    TimeMs m_within;
    double m_follow;
};

} // namespace clicksieve
