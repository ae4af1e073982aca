// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/parameters.h"
#include "core/detect/signal.h"

namespace clicksieve {

/// Kind "since-open": too soon after an open of the same message, whoever the client is. A click less than clickSeconds after
/// the last open that was earlier than it; an open less than openSeconds after another one. Parameters: clickSeconds,
/// click, openSeconds, open (weights). For rules of others that look at these gaps. Needs seconds.
class SinceOpenSignal : public Signal {
public:
    SinceOpenSignal(const SignalSpec &spec, Parameters &parameters);

    [[nodiscard]] QString notApplicable(const EventTable &table) const override;
    void sweep(const Actions &actions, std::size_t firstMessage, std::size_t lastMessage, Earlier earlier,
               std::span<std::uint8_t> levels) const override;
    [[nodiscard]] double weight(std::uint8_t level, EventType type) const override;
    [[nodiscard]] QString explain(const Actions &actions, std::size_t action,
                                  std::uint8_t level) const override;

private:
    TimeMs m_beforeClick;
    double m_click;
    TimeMs m_beforeOpen;
    double m_open;
};

} // namespace clicksieve
