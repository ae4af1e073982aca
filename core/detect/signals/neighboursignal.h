// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/parameters.h"
#include "core/detect/signal.h"

namespace clicksieve {

/// Kind "neighbours": the action stands next to clicks of the same message that are machines' for certain after all other passes.
/// Parameters: certainProbability, fewestCertain (how many such clicks it takes where the client differs), fewestAfterOpen (how many
/// it takes after an open), and
///   nearSeconds, near (weight): within that time of fewestCertain certain clicks,
///   earlySeconds, early (weight): an open at most that long before the first of them, as a scanner's first look at the mail,
///   sameClientSeconds, sameClient (weight): the same client made a certain click within that time.
/// Levels: 1 same client, 2 early open, 3 near.
class NeighbourSignal : public Signal {
public:
    NeighbourSignal(const SignalSpec &spec, Parameters &parameters);

    [[nodiscard]] Pass pass() const override { return Pass::Last; }
    [[nodiscard]] QString notApplicable(const EventTable &table) const override;
    void sweep(const Actions &actions, std::size_t firstMessage, std::size_t lastMessage, Earlier earlier,
               std::span<std::uint8_t> levels) const override;
    [[nodiscard]] double weight(std::uint8_t level, EventType type) const override;
    [[nodiscard]] QString explain(const Actions &actions, std::size_t action,
                                  std::uint8_t level) const override;

private:
    [[nodiscard]] std::uint8_t levelOf(const Actions &actions, std::size_t action,
                                       std::span<const std::size_t> certain) const;

    double m_certainLogOdds;
    std::size_t m_fewestCertain;
    std::size_t m_fewestAfterOpen;
    TimeMs m_near;
    TimeMs m_early;
    TimeMs m_sameClient;
    double m_nearWeight;
    double m_earlyWeight;
    double m_sameClientWeight;
};

} // namespace clicksieve
