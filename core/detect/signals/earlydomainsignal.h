// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/parameters.h"
#include "core/detect/signal.h"
#include "core/detect/signals/earlydomains.h"

namespace clicksieve {

/// Kind "early-domain": nearly all mail of a domain is clicked soon after delivery, while elsewhere hardly any is. Speaks of the
/// early clicks of messages that no machine's certain clicks explain already, one link each as they may be: lone probes, and
/// sweeps through a mail that has one link. Parameters:
///   withinSeconds: how soon is early; fewestMessages: of the domain clicked early; fewestOthers: messages at other domains to compare
///   with; certainProbability: of the clicks that explain a message; sessionSeconds: how long after the first early click the others
///   belong to it; highest: limit of the weight, which is the log-odds of machine to person that
///   the counts give.
/// Levels: 1 to 255 stand for 0 to highest in equal steps.
class EarlyDomainSignal : public Signal {
public:
    EarlyDomainSignal(const SignalSpec &spec, Parameters &parameters);

    [[nodiscard]] Scope scope() const override { return Scope::Campaign; }
    [[nodiscard]] Pass pass() const override { return Pass::Second; }
    [[nodiscard]] QString notApplicable(const EventTable &table) const override;
    void sweep(const Actions &actions, std::size_t firstMessage, std::size_t lastMessage, Earlier earlier,
               std::span<std::uint8_t> levels) const override;
    [[nodiscard]] double weight(std::uint8_t level, EventType type) const override;
    [[nodiscard]] QString explain(const Actions &actions, std::size_t action,
                                  std::uint8_t level) const override;

private:
    [[nodiscard]] double logOddsFor(const EarlyDomains &domains, DomainIndex domain) const;
    [[nodiscard]] std::uint8_t levelFor(double logOdds) const;
    [[nodiscard]] bool isExplained(const Actions &actions, std::size_t message, Earlier earlier) const;
    void mark(const Actions &actions, std::size_t message, const EarlyDomains &domains, double logOdds,
              std::span<std::uint8_t> levels) const;

    TimeMs m_within;
    TimeMs m_session;
    double m_fewestMessages;
    double m_fewestOthers;
    double m_certainLogOdds;
    double m_highest;
};

} // namespace clicksieve
