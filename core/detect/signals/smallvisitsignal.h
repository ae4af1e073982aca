// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/parameters.h"
#include "core/detect/signal.h"

namespace clicksieve {

/// Kind "small-visit": a visit (clicks of one message with short pauses between them) to two links or more that takes fewer than
/// the sweeps of the domain, and of the campaign, do. What sweeps take is learned from those that are a machine's for certain.
/// Parameters: certainProbability, pauseSeconds (the longest pause within a visit), sizeFactor (sweeps of up to so many times the
/// links are alike), domainVisits (as if a domain had so many sweeps of the campaign's sizes), lowest (a weight below 0, the limit).
/// Levels: 1 to 255 stand for equal steps down to lowest.
class SmallVisitSignal : public Signal {
public:
    SmallVisitSignal(const SignalSpec &spec, Parameters &parameters);

    [[nodiscard]] Scope scope() const override { return Scope::Campaign; }
    [[nodiscard]] Pass pass() const override { return Pass::Second; }
    [[nodiscard]] QString notApplicable(const EventTable &table) const override;
    void sweep(const Actions &actions, std::size_t firstMessage, std::size_t lastMessage, Earlier earlier,
               std::span<std::uint8_t> levels) const override;
    [[nodiscard]] double weight(std::uint8_t level, EventType type) const override;
    [[nodiscard]] QString explain(const Actions &actions, std::size_t action,
                                  std::uint8_t level) const override;

private:
    /// Neighbours among the clicks of one message.
    struct Visit {
        std::uint32_t domain;
        std::uint32_t links;
        bool isCertain;
        std::uint32_t firstAction;
        std::uint32_t lastAction;
    };

    /// The visits of one message to several links. @p clicks: room to work in.
    void addVisits(const Actions &actions, std::size_t message, Earlier earlier,
                   std::vector<std::size_t> &clicks, std::vector<Visit> &visits) const;
    [[nodiscard]] std::uint8_t levelFor(double share) const;

    double m_certainLogOdds;
    TimeMs m_pause;
    double m_sizeFactor;
    double m_domainVisits;
    double m_lowest;
};

} // namespace clicksieve
