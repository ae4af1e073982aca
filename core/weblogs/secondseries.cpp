// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/weblogs/secondseries.h"

#include <algorithm>

namespace clicksieve {

namespace {

/// Also before 1970.
std::int64_t blockOf(std::int64_t second)
{
    const std::int64_t rest = second % SecondSeries::kSecondsInBlock;
    return second - (rest < 0 ? rest + SecondSeries::kSecondsInBlock : rest);
}

} // namespace

SecondCounts &SecondSeries::at(std::int64_t second)
{
    const std::int64_t start = blockOf(second);
    if (start != m_recentStart || m_recent == nullptr) {
        std::unique_ptr<Block> &block = m_blocks[start];
        if (block == nullptr)
            block = std::make_unique<Block>();
        m_recent = block.get();
        m_recentStart = start;
    }
    return (*m_recent)[static_cast<std::size_t>(second - start)];
}

SecondCounts SecondSeries::counts(std::int64_t second) const
{
    const std::int64_t start = blockOf(second);
    const auto block = m_blocks.find(start);
    return block == m_blocks.end() ? SecondCounts{}
                                   : (*block->second)[static_cast<std::size_t>(second - start)];
}

SecondCounts SecondSeries::sum(std::int64_t first, std::int64_t last) const
{
    SecondCounts sum;
    for (auto block = m_blocks.lower_bound(blockOf(first)); block != m_blocks.end() && block->first < last;
         ++block) {
        const std::int64_t from = std::max(first, block->first);
        const std::int64_t to = std::min(last, block->first + kSecondsInBlock);
        for (std::int64_t second = from; second < to; ++second) {
            const SecondCounts &counts = (*block->second)[static_cast<std::size_t>(second - block->first)];
            for (std::size_t which = 0; which < kRequestClasses; ++which)
                sum.requests[which] += counts.requests[which];
            sum.errors += counts.errors;
        }
    }
    return sum;
}

} // namespace clicksieve
