// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/parameters.h"
#include "core/detect/signal.h"

#include <vector>

namespace clicksieve {

/// Kind "actions-together": so many opens and clicks of one message within a few seconds, whatever they went to: the same link
/// counts again. For rules of others that count so; distinct-links says more. Parameters: of, "clicks" or
/// "opens-and-clicks"; tiers, each {"actions", "seconds", "weight"}, strongest first; the level is the first tier that
/// holds, 1-based. Needs seconds.
class ActionsTogetherSignal : public Signal {
public:
    ActionsTogetherSignal(const SignalSpec &spec, Parameters &parameters);

    [[nodiscard]] QString notApplicable(const EventTable &table) const override;
    void sweep(const Actions &actions, std::size_t firstMessage, std::size_t lastMessage, Earlier earlier,
               std::span<std::uint8_t> levels) const override;
    [[nodiscard]] std::size_t highestLevel() const override { return m_tiers.size(); }
    [[nodiscard]] double weight(std::uint8_t level, EventType type) const override;
    [[nodiscard]] QString explain(const Actions &actions, std::size_t action,
                                  std::uint8_t level) const override;

private:
    struct Tier {
        std::size_t actions = 0;
        TimeMs window = 0;
        double weight = 0;
    };
    /// The actions of a message that count, by time.
    void collect(const Actions &actions, std::size_t message, std::vector<std::size_t> &counted) const;

    std::vector<Tier> m_tiers;
    bool m_clicksOnly = false;
};

} // namespace clicksieve
