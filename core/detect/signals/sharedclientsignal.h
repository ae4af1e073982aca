// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/parameters.h"
#include "core/detect/signal.h"

#include <vector>

namespace clicksieve {

struct ClientUses;

/// Kind "shared-client": one client (address and user agent together) acts for several recipients of a campaign within a short
/// time. Clients that people share (image proxies, company gateways) are left out. Parameter tiers: a list of {"recipients",
/// "domains" (at least that many different ones), "seconds", "open" (weight), "click" (weight)}, strongest first; the level is the first
/// tier that holds, 1-based.
class SharedClientSignal : public Signal {
public:
    SharedClientSignal(const SignalSpec &spec, Parameters &parameters);

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
        std::size_t recipients = 0;
        std::size_t domains = 0;
        TimeMs window = 0;
        double open = 0;
        double click = 0;
    };

    void sweepClient(const Actions &actions, const ClientUses &client, std::span<std::uint8_t> levels) const;

    std::vector<Tier> m_tiers;
    std::size_t m_fewestRecipients = 0;
};

} // namespace clicksieve
