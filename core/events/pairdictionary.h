// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

namespace clicksieve {

/// Pairs of numbers, each stored once and numbered in order of first appearance. Not thread-safe while it grows.
class PairDictionary {
public:
    using Pair = std::pair<std::uint32_t, std::uint32_t>;

    PairDictionary();

    /// The number of @p pair, added if it is new. Throws std::length_error past 2^32 - 2 pairs.
    std::uint32_t intern(Pair pair);
    /// Makes room for @p pairs in all, which saves copying while it grows.
    void reserve(std::uint32_t pairs);
    /// Has the processor fetch the place of @p pair, for an intern() a little later.
    void prepare(Pair pair) const { __builtin_prefetch(&m_slots[placeOf(pair)]); }

    /// @pre id < size()
    [[nodiscard]] Pair operator[](std::uint32_t id) const { return m_pairs[id]; }
    [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(m_pairs.size()); }
    /// All pairs by number. Leaves the dictionary good for nothing.
    [[nodiscard]] std::vector<Pair> takePairs() { return std::move(m_pairs); }

private:
    struct Slot {
        Pair pair;
        std::uint32_t id = 0xFFFF'FFFFU;
    };

    [[nodiscard]] std::size_t placeOf(Pair pair) const;
    void growTo(int bits);

    std::vector<Slot> m_slots;
    std::vector<Pair> m_pairs;
    int m_shift; ///< of the product that places a pair: 64 minus the bits of a slot's number
};

} // namespace clicksieve
