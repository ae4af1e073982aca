// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/events/pairdictionary.h"

#include <bit>
#include <stdexcept>

namespace clicksieve {

namespace {

constexpr int kFirstBits = 10;
constexpr std::uint32_t kEmpty = 0xFFFF'FFFFU;
/// 2^64 divided by the golden ratio: its multiples spread evenly (Knuth, The Art of Computer Programming, 6.4).
constexpr std::uint64_t kGolden = 0x9E37'79B9'7F4A'7C15U;

} // namespace

PairDictionary::PairDictionary() : m_slots(std::size_t{1} << kFirstBits), m_shift(64 - kFirstBits) {}

std::size_t PairDictionary::placeOf(Pair pair) const
{
    std::uint64_t key = (std::uint64_t{pair.first} << 32U) | pair.second;
    key ^= key >> 32U;
    return (key * kGolden) >> static_cast<unsigned>(m_shift);
}

std::uint32_t PairDictionary::intern(Pair pair)
{
    const std::size_t mask = m_slots.size() - 1;
    std::size_t place = placeOf(pair);
    while (m_slots[place].id != kEmpty) {
        if (m_slots[place].pair == pair)
            return m_slots[place].id;
        place = (place + 1) & mask;
    }
    if (m_pairs.size() >= kEmpty - 1)
        throw std::length_error("dictionary of pairs is full");
    const std::uint32_t id = size();
    m_slots[place] = {pair, id};
    m_pairs.push_back(pair);
    if (m_pairs.size() * 2 > m_slots.size())
        growTo(64 - m_shift + 1);
    return id;
}

void PairDictionary::reserve(std::uint32_t pairs)
{
    m_pairs.reserve(pairs);
    if (const auto bits = static_cast<int>(std::bit_width(std::uint64_t{pairs} * 2)); bits > 64 - m_shift)
        growTo(bits);
}

void PairDictionary::growTo(int bits)
{
    std::vector<Slot> larger(std::size_t{1} << bits);
    m_shift = 64 - bits;
    const std::size_t mask = larger.size() - 1;
    for (const Slot &slot : m_slots) {
        if (slot.id == kEmpty)
            continue;
        std::size_t place = placeOf(slot.pair);
        while (larger[place].id != kEmpty)
            place = (place + 1) & mask;
        larger[place] = slot;
    }
    m_slots = std::move(larger);
}

} // namespace clicksieve
