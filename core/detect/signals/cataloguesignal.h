// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/parameters.h"
#include "core/detect/signal.h"

#include <bitset>

namespace clicksieve {

/// Kinds "catalogue-network" and "catalogue-agent": the address (user agent) is one that the scanner catalogue knows. Parameters:
/// actors (which kinds of actor speak: "link-scanner", …), earlySeconds, and a weight each for certain, probableEarly (within
/// earlySeconds of delivery), probable (later, or where delivery is not known) and person. Levels 1 to 4 in that order.
class CatalogueSignal : public Signal {
public:
    enum class By { Address, Agent };
    CatalogueSignal(const SignalSpec &spec, By by, Parameters &parameters);

    [[nodiscard]] Scope scope() const override { return Scope::Action; }
    [[nodiscard]] QString notApplicable(const EventTable &table) const override;
    void sweep(const Actions &actions, std::size_t firstMessage, std::size_t lastMessage, Earlier earlier,
               std::span<std::uint8_t> levels) const override;
    [[nodiscard]] double weight(std::uint8_t level, EventType type) const override;
    [[nodiscard]] QString explain(const Actions &actions, std::size_t action,
                                  std::uint8_t level) const override;

private:
    [[nodiscard]] const CatalogueEntry *entryOf(const Actions &actions, std::size_t action) const;

    By m_by;
    std::bitset<16> m_actors; ///< by ActorKind: whom it speaks of
    TimeMs m_early;
    double m_certain;
    double m_probableEarly;
    double m_probable;
    double m_person;
};

} // namespace clicksieve
