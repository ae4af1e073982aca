// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/parameters.h"
#include "core/detect/signal.h"

#include <vector>

namespace clicksieve {

/// Kind "coverage": one message's clicks reach a large share of all links of the campaign within a short time. Parameters:
/// fewestLinks (of the campaign, below it the share means nothing), tiers: a list of {"share" (0 to 1), "seconds", "weight"},
/// strongest first; the level is the first tier that holds, 1-based. The campaign's links are those that anybody clicked.
class CoverageSignal : public Signal {
public:
    CoverageSignal(const SignalSpec &spec, Parameters &parameters);

    [[nodiscard]] QString notApplicable(const EventTable &table) const override;
    void sweep(const Actions &actions, std::size_t firstMessage, std::size_t lastMessage, Earlier earlier,
               std::span<std::uint8_t> levels) const override;
    [[nodiscard]] std::size_t highestLevel() const override { return m_tiers.size(); }
    [[nodiscard]] double weight(std::uint8_t level, EventType type) const override;
    [[nodiscard]] QString explain(const Actions &actions, std::size_t action,
                                  std::uint8_t level) const override;

private:
    struct Tier {
        double share = 0;
        TimeMs window = 0;
        double weight = 0;
    };
    [[nodiscard]] std::size_t linksFor(const Tier &tier, std::uint32_t ofCampaign) const;

    std::uint32_t m_fewestLinks;
    std::vector<Tier> m_tiers;
};

} // namespace clicksieve
