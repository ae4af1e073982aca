// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "simulator/random.h"

#include <algorithm>
#include <bit>
#include <limits>
#include <numeric>

namespace clicksieve::simulator {

namespace {

std::uint64_t splitMix(std::uint64_t &state)
{
    state += 0x9e3779b97f4a7c15ULL;
    std::uint64_t mixed = state;
    mixed = (mixed ^ (mixed >> 30U)) * 0xbf58476d1ce4e5b9ULL;
    mixed = (mixed ^ (mixed >> 27U)) * 0x94d049bb133111ebULL;
    return mixed ^ (mixed >> 31U);
}

} // namespace

Random::Random(std::uint64_t seed)
{
    for (std::uint64_t &word : m_state)
        word = splitMix(seed);
}

Random Random::stream(std::uint64_t seed, std::uint64_t purpose, std::uint64_t index)
{
    std::uint64_t state = seed;
    const std::uint64_t first = splitMix(state);
    state = first ^ (purpose * 0xd1342543de82ef95ULL);
    const std::uint64_t second = splitMix(state);
    return Random(second ^ (index * 0x2545f4914f6cdd1dULL));
}

std::uint64_t Random::next()
{
    const std::uint64_t result = std::rotl(m_state[1] * 5, 7) * 9;
    const std::uint64_t shifted = m_state[1] << 17U;
    m_state[2] ^= m_state[0];
    m_state[3] ^= m_state[1];
    m_state[1] ^= m_state[2];
    m_state[0] ^= m_state[3];
    m_state[2] ^= shifted;
    m_state[3] = std::rotl(m_state[3], 45);
    return result;
}

std::uint64_t Random::below(std::uint64_t bound)
{
    // Values under the remainder would make the small results more likely: draw again.
    const std::uint64_t remainder = (std::numeric_limits<std::uint64_t>::max() - bound + 1) % bound;
    std::uint64_t value = next();
    while (value < remainder)
        value = next();
    return value % bound;
}

std::int64_t Random::between(std::int64_t low, std::int64_t high)
{
    return low + static_cast<std::int64_t>(below(static_cast<std::uint64_t>(high - low) + 1));
}

std::uint32_t Random::spread(std::uint32_t low, std::uint32_t high)
{
    const auto doublings = static_cast<std::uint64_t>(std::bit_width(high / low));
    const std::uint64_t first = std::uint64_t{low} << below(doublings);
    return static_cast<std::uint32_t>(
        between(static_cast<std::int64_t>(first),
                std::min<std::int64_t>(high, static_cast<std::int64_t>(2 * first - 1))));
}

bool Random::chance(std::uint32_t perMille)
{
    return below(1000) < perMille;
}

std::size_t Random::weighted(const std::vector<std::uint32_t> &weights)
{
    std::uint64_t left = below(std::accumulate(weights.begin(), weights.end(), std::uint64_t{0}));
    std::size_t index = 0;
    while (left >= weights[index])
        left -= weights[index++];
    return index;
}

} // namespace clicksieve::simulator
