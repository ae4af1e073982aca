// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/actions.h"
#include "core/detect/signal.h"
#include "core/detect/verdicts.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace clicksieve {

/// Adds up the weights of what signals say of actions, always in the order of the speakers, so that the sums are the same
/// to the last bit on any number of threads. Actions, signals and levels must live as long.
class WeightSums {
public:
    /// A signal and its level of each action; 0 is silence.
    struct Speaker {
        const Signal *signal = nullptr;
        std::span<const std::uint8_t> levels;
    };

    /// @param workers at most so many call addTo() at once
    WeightSums(const Actions &actions, std::vector<Speaker> speakers, std::size_t workers);

    /// Adds to @p sums, the log-odds of the actions from @p begin on, what the speakers say of them. Calls with different
    /// workers may run at once. Fastest where the sums fit into the first-level cache.
    void addTo(std::span<float> sums, std::size_t begin, std::size_t worker);

    /// The most that a speaker's weights come to, among those that were added; 0 where none is for a machine. Not during
    /// addTo().
    [[nodiscard]] StrongestWeight strongest(std::size_t speaker) const;
    /// How many of the actions so far it spoke of. Not during addTo().
    [[nodiscard]] std::uint64_t spoken(std::size_t speaker) const;

private:
    static constexpr std::size_t kLevels = 256;

    /// What one worker knows of one speaker. Signals may be asked only for levels that they gave, so that the weights are
    /// asked for when they are first met; NaN until then.
    struct Known {
        std::array<float, 2 * kLevels> weights; ///< by level, first of opens, then of clicks
        std::uint64_t spoken = 0;
    };

    void add(std::size_t speaker, std::size_t begin, std::span<float> sums, Known &known) const;
    [[nodiscard]] float weight(std::size_t speaker, std::size_t place, Known &known) const;

    const Actions &m_actions;
    std::vector<Speaker> m_speakers;
    std::vector<std::vector<Known>> m_known; ///< by worker and speaker
};

} // namespace clicksieve
