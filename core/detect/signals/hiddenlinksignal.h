// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/parameters.h"
#include "core/detect/signal.h"

namespace clicksieve {

/// Kind "hidden-link": clicks on links that the user says people cannot see, and what stands next to them in the same
/// message. Parameters: weight, of the click itself; near, of what is within nearSeconds of it; sameClient, of what the same client did
/// within sameClientSeconds. Levels: 1 the click, 2 same client, 3 near. Silent where no link is marked.
class HiddenLinkSignal : public Signal {
public:
    HiddenLinkSignal(const SignalSpec &spec, Parameters &parameters);

    [[nodiscard]] Scope scope() const override { return Scope::Action; }
    [[nodiscard]] QString notApplicable(const EventTable &table) const override;
    void sweep(const Actions &actions, std::size_t firstMessage, std::size_t lastMessage, Earlier earlier,
               std::span<std::uint8_t> levels) const override;
    [[nodiscard]] double weight(std::uint8_t level, EventType type) const override;
    [[nodiscard]] QString explain(const Actions &actions, std::size_t action,
                                  std::uint8_t level) const override;

private:
    void markNeighbours(const Actions &actions, std::size_t first, std::size_t last,
                        std::span<std::uint8_t> levels) const;

    double m_weight;
    TimeMs m_near;
    double m_nearWeight;
    TimeMs m_sameClient;
    double m_sameClientWeight;
};

} // namespace clicksieve
