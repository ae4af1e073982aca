// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/parameters.h"
#include "core/detect/signal.h"

#include <vector>

namespace clicksieve {

/// Kind "delay": how long after delivery (handing over, where delivery is not known) the action came.
/// Parameters: open and click, each a list of bands {"belowSeconds", "weight"} by rising border; the level is the band, 1-based.
class DelaySignal : public Signal {
public:
    DelaySignal(const SignalSpec &spec, Parameters &parameters);

    [[nodiscard]] QString notApplicable(const EventTable &table) const override;
    void sweep(const Actions &actions, std::size_t firstMessage, std::size_t lastMessage, Earlier earlier,
               std::span<std::uint8_t> levels) const override;
    [[nodiscard]] double weight(std::uint8_t level, EventType type) const override;
    [[nodiscard]] QString explain(const Actions &actions, std::size_t action,
                                  std::uint8_t level) const override;

private:
    struct Band {
        TimeMs below = 0;
        double weight = 0;
    };
    static std::vector<Band> readBands(Parameters &parameters, const char *key);
    [[nodiscard]] const std::vector<Band> &bandsOf(EventType type) const;

    std::vector<Band> m_open;
    std::vector<Band> m_click;
};

} // namespace clicksieve
