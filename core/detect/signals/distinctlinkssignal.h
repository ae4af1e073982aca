// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/parameters.h"
#include "core/detect/signal.h"

#include <vector>

namespace clicksieve {

/// Kind "distinct-links": clicks of one message on k different links within a few seconds, whoever the client is (scanners
/// change address within one sweep). Parameters tiers and, for times without seconds, minuteTiers: each a list of
/// {"links", "seconds", "weight"}, strongest first; the level is the first tier that holds, 1-based, those of minuteTiers
/// after those of tiers. Without minuteTiers it needs seconds. Exact: a click has the tier if any window of that length
/// around it has that many links.
class DistinctLinksSignal : public Signal {
public:
    DistinctLinksSignal(const SignalSpec &spec, Parameters &parameters);

    [[nodiscard]] QString notApplicable(const EventTable &table) const override;
    void sweep(const Actions &actions, std::size_t firstMessage, std::size_t lastMessage, Earlier earlier,
               std::span<std::uint8_t> levels) const override;
    [[nodiscard]] std::size_t highestLevel() const override { return m_tiers.size(); }
    [[nodiscard]] double weight(std::uint8_t level, EventType type) const override;
    [[nodiscard]] QString explain(const Actions &actions, std::size_t action,
                                  std::uint8_t level) const override;

private:
    struct Tier {
        std::size_t links = 0;
        TimeMs window = 0;
        double weight = 0;
    };
    /// Positions in m_tiers of those that count for a table, one past the last included.
    struct Range {
        std::size_t begin = 0;
        std::size_t end = 0;
    };
    void readTiers(Parameters &parameters, const char *key);
    [[nodiscard]] Range tiersFor(const EventTable &table) const;
    void sweepMessage(const Actions &actions, const std::vector<std::size_t> &clicks, Range tiers,
                      std::span<std::uint8_t> levels) const;

    std::vector<Tier> m_tiers;
    std::size_t m_fineTiers = 0; ///< how many of them are for times with seconds
    std::size_t m_fewestLinks = 0;
};

} // namespace clicksieve
