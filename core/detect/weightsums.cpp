// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/weightsums.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <limits>

namespace clicksieve {

WeightSums::WeightSums(const Actions &actions, std::vector<Speaker> speakers, std::size_t workers)
    : m_actions(actions)
    , m_speakers(std::move(speakers))
{
    Known nothing;
    nothing.weights.fill(std::numeric_limits<float>::quiet_NaN());
    nothing.weights[0] = nothing.weights[kLevels] = 0; // silence
    m_known.assign(workers, std::vector<Known>(m_speakers.size(), nothing));
}

void WeightSums::addTo(std::span<float> sums, std::size_t begin, std::size_t worker)
{
    for (std::size_t speaker = 0; speaker < m_speakers.size(); ++speaker)
        add(speaker, begin, sums, m_known[worker][speaker]);
}

/// Most signals are silent about most actions, so that eight are passed over at once. Where one of eight speaks, the
/// silence of the others is added as 0, which is faster than to ask.
void WeightSums::add(std::size_t speaker, std::size_t begin, std::span<float> sums, Known &known) const
{
    const std::span<const std::uint8_t> levels = m_speakers[speaker].levels.subspan(begin, sums.size());
    std::uint64_t spoken = 0;
    for (std::size_t place = 0; place < levels.size();) {
        std::uint64_t eight = 0;
        const std::size_t count = std::min(sizeof eight, levels.size() - place);
        std::memcpy(&eight, levels.data() + place, count);
        const std::size_t end = place + count;
        if (eight == 0) {
            place = end;
            continue;
        }
        for (; place < end; ++place) {
            const std::size_t of = levels[place] + (m_actions.isClick(begin + place) ? kLevels : 0);
            float value = known.weights[of];
            if (std::isnan(value)) [[unlikely]]
                value = weight(speaker, of, known);
            sums[place] += value;
            spoken += levels[place] != 0 ? 1U : 0U;
        }
    }
    known.spoken += spoken;
}

float WeightSums::weight(std::size_t speaker, std::size_t place, Known &known) const
{
    const EventType type = place < kLevels ? EventType::Open : EventType::Click;
    const auto level = static_cast<std::uint8_t>(place % kLevels);
    known.weights[place] = static_cast<float>(m_speakers[speaker].signal->weight(level, type));
    return known.weights[place];
}

StrongestWeight WeightSums::strongest(std::size_t speaker) const
{
    std::array<float, 2> most{};
    for (const std::vector<Known> &known : m_known) {
        for (std::size_t place = 0; place < 2 * kLevels; ++place)
            most[place / kLevels] = std::fmax(most[place / kLevels], known[speaker].weights[place]);
    }
    return {most[0], most[1]};
}

std::uint64_t WeightSums::spoken(std::size_t speaker) const
{
    std::uint64_t spoken = 0;
    for (const std::vector<Known> &known : m_known)
        spoken += known[speaker].spoken;
    return spoken;
}

} // namespace clicksieve
