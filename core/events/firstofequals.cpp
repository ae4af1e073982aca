// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/events/firstofequals.h"

#include "core/jobs/jobcontext.h"
#include "core/jobs/parallel.h"

#include <algorithm>
#include <bit>
#include <cstddef>

namespace clicksieve {

namespace {

/// Identities of one stretch, about: with at least as many free slots as used ones they take 16 to 32 MiB.
constexpr std::size_t kStretch = std::size_t{1} << 20;
constexpr std::uint64_t kNothing = 0;

/// The identities of one stretch that were met.
class IdentitySet {
public:
    explicit IdentitySet(std::size_t most) : m_slots(std::bit_ceil(2 * most + 1), kNothing) {}

    /// False where it is there already.
    bool insert(std::uint64_t identity)
    {
        const std::size_t mask = m_slots.size() - 1;
        std::size_t place = identity & mask;
        for (; m_slots[place] != kNothing; place = (place + 1) & mask) {
            if (m_slots[place] == identity)
                return false;
        }
        m_slots[place] = identity;
        return true;
    }

private:
    std::vector<std::uint64_t> m_slots;
};

} // namespace

std::vector<std::uint8_t> firstOfEquals(std::span<const std::uint64_t> identities, JobContext &context)
{
    std::vector<std::uint8_t> isFirst(identities.size(), 1);
    const auto bits = static_cast<int>(std::bit_width(identities.size() / kStretch));
    const auto stretchOf = [bits](std::uint64_t identity) {
        return bits == 0 ? 0 : identity >> static_cast<unsigned>(64 - bits);
    };
    std::vector<std::size_t> counts(std::size_t{1} << static_cast<unsigned>(bits));
    for (const std::uint64_t identity : identities)
        ++counts[stretchOf(identity)];
    parallelFor(context, counts.size(), [&](std::size_t stretch, std::size_t) {
        IdentitySet met(counts[stretch]);
        for (std::size_t place = 0; place < identities.size(); ++place) {
            const std::uint64_t identity = identities[place];
            if (identity != kNothing && stretchOf(identity) == stretch && !met.insert(identity))
                isFirst[place] = 0;
        }
    });
    return isFirst;
}

} // namespace clicksieve
