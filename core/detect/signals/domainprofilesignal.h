// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/parameters.h"
#include "core/detect/signal.h"

namespace clicksieve {

/// Kind "domain-profile": how much of the recipient's mail domain is scanned, learned from the campaign itself. Of the messages to the
/// domain, the share with a click that is a machine's for certain is compared with the share that is usual. Small campaigns are
/// shrunk towards that (as if campaignMessages more messages had it), small domains towards their campaign's share (domainMessages).
/// Speaks of clicks that are not certain themselves.
/// Parameters: certainProbability, usualShare (0 to 1), campaignMessages, domainMessages, lowest and highest (weights, the limits of
/// what it may say).
/// Levels: 1 to 255 stand for -limit to +limit in equal steps, limit being the larger of the two.
class DomainProfileSignal : public Signal {
public:
    DomainProfileSignal(const SignalSpec &spec, Parameters &parameters);

    [[nodiscard]] Scope scope() const override { return Scope::Campaign; }
    [[nodiscard]] Pass pass() const override { return Pass::Third; }
    [[nodiscard]] QString notApplicable(const EventTable &table) const override;
    void sweep(const Actions &actions, std::size_t firstMessage, std::size_t lastMessage, Earlier earlier,
               std::span<std::uint8_t> levels) const override;
    [[nodiscard]] double weight(std::uint8_t level, EventType type) const override;
    [[nodiscard]] QString explain(const Actions &actions, std::size_t action,
                                  std::uint8_t level) const override;

private:
    [[nodiscard]] std::uint8_t levelFor(double logOdds) const;

    double m_certainLogOdds;
    double m_usualShare;
    double m_campaignMessages;
    double m_domainMessages;
    double m_lowest;
    double m_highest;
    double m_limit;
};

} // namespace clicksieve
