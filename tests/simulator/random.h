// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <utility>
#include <vector>

namespace clicksieve::simulator {

/// xoshiro256** seeded through splitmix64 (Blackman and Vigna, public domain). Integers only: the
/// distributions of the standard library differ between compilers, and floating point may be fused
/// differently, so neither decides anything here. Same seed, same numbers, everywhere. Callers draw at most
/// once in the arguments of one call, because compilers evaluate those in different orders; braces are
/// ordered.
class Random {
public:
    explicit Random(std::uint64_t seed);

    /// An independent stream for one purpose and one item, so that a change to one part leaves the others
    /// alone.
    static Random stream(std::uint64_t seed, std::uint64_t purpose, std::uint64_t index = 0);

    std::uint64_t next();

    /// Uniform in [0, bound). `bound` must not be 0.
    std::uint64_t below(std::uint64_t bound);

    /// Uniform in [low, high], both included.
    std::int64_t between(std::int64_t low, std::int64_t high);

    /// In [low, high], both included, low above 0: every doubling is as likely as the next one.
    std::uint32_t spread(std::uint32_t low, std::uint32_t high);

    /// True in `perMille` of 1,000 cases.
    bool chance(std::uint32_t perMille);

    /// Index drawn in proportion to the weights, whose sum must not be 0.
    std::size_t weighted(const std::vector<std::uint32_t> &weights);

    template <typename Container>
    const auto &pick(const Container &items)
    {
        return items[static_cast<std::size_t>(below(items.size()))];
    }

    template <typename Item>
    void shuffle(std::vector<Item> &items)
    {
        for (std::size_t left = items.size(); left > 1; --left)
            std::swap(items[left - 1], items[static_cast<std::size_t>(below(left))]);
    }

private:
    std::uint64_t m_state[4]{};
};

} // namespace clicksieve::simulator
