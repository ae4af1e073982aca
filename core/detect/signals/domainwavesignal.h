// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/parameters.h"
#include "core/detect/signal.h"
#include "core/detect/signals/messagewindow.h"

namespace clicksieve {

/// Kind "domain-wave": within a short time a large part of all the mail to one domain is clicked, whatever the hour: how
/// scanners look at a domain once more. People of one company do not act in step.
/// Parameter tiers, from the strongest to the weakest: each {recipients (at least), share (of the domain's mail that was
/// delivered, 0 to 1), seconds, weight}.
/// Levels: 1 is the first tier.
class DomainWaveSignal : public Signal {
public:
    DomainWaveSignal(const SignalSpec &spec, Parameters &parameters);

    [[nodiscard]] Scope scope() const override { return Scope::Campaign; }
    [[nodiscard]] QString notApplicable(const EventTable &table) const override;
    void sweep(const Actions &actions, std::size_t firstMessage, std::size_t lastMessage, Earlier earlier,
               std::span<std::uint8_t> levels) const override;
    [[nodiscard]] std::size_t highestLevel() const override { return m_tiers.size(); }
    [[nodiscard]] double weight(std::uint8_t level, EventType type) const override;
    [[nodiscard]] QString explain(const Actions &actions, std::size_t action,
                                  std::uint8_t level) const override;

private:
    struct Tier {
        std::size_t recipients;
        double share;
        TimeMs window;
        double weight;
    };

    [[nodiscard]] static std::size_t fewestOf(const Tier &tier, std::size_t messages);
    [[nodiscard]] static TimeMs lengthFor(const Tier &tier, const EventTable &table);
    void sweepDomain(const Actions &actions, std::vector<DomainClick> &clicks, std::size_t messages,
                     std::span<std::uint8_t> levels) const;

    std::vector<Tier> m_tiers;
};

} // namespace clicksieve
