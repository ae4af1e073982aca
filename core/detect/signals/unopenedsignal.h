// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/parameters.h"
#include "core/detect/signal.h"
#include "core/detect/signals/loneclicks.h"

namespace clicksieve {

/// Kind "unopened": a lone click in a mail whose pictures nobody had loaded. How often people click so is learned from the
/// campaign's late lone clicks, since many companies show no pictures.
/// Parameters: afterSeconds (late), aloneSeconds, slackSeconds (an open so soon after the click counts as before it),
/// machineShare (of machines' lone clicks, the share without an open; 0 to 1), highest (a weight, the limit).
/// Levels: 1 to 255 stand for equal steps up to highest.
class UnopenedSignal : public Signal {
public:
    UnopenedSignal(const SignalSpec &spec, Parameters &parameters);

    [[nodiscard]] Scope scope() const override { return Scope::Campaign; }
    [[nodiscard]] QString notApplicable(const EventTable &table) const override;
    void sweep(const Actions &actions, std::size_t firstMessage, std::size_t lastMessage, Earlier earlier,
               std::span<std::uint8_t> levels) const override;
    [[nodiscard]] double weight(std::uint8_t level, EventType type) const override;
    [[nodiscard]] QString explain(const Actions &actions, std::size_t action,
                                  std::uint8_t level) const override;

private:
    /// Finer times than the file has cannot be asked of it.
    [[nodiscard]] LateClicks::Limits limitsFor(const EventTable &table) const;
    [[nodiscard]] std::uint8_t levelFor(const LateClicks &late) const;

    LateClicks::Limits m_limits;
    double m_machineShare;
    double m_highest;
};

} // namespace clicksieve
