// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/events/eventranks.h"

#include "ui/events/columntexts.h"

#include <algorithm>
#include <numeric>

namespace clicksieve {

namespace {

constexpr char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

/// As readers expect it for addresses and links: capitals do not matter, except between texts that are equal else.
bool comesBefore(std::string_view one, std::string_view other)
{
    const auto [inOne, inOther] = std::mismatch(one.begin(), one.end(), other.begin(), other.end(),
                                                [](char a, char b) { return lower(a) == lower(b); });
    if (inOne == one.end() && inOther == other.end())
        return one < other;
    if (inOne == one.end() || inOther == other.end())
        return inOne == one.end();
    return static_cast<unsigned char>(lower(*inOne)) < static_cast<unsigned char>(lower(*inOther));
}

std::vector<std::uint32_t> ranksOf(const std::vector<std::string_view> &texts)
{
    std::vector<std::uint32_t> ids(texts.size());
    std::iota(ids.begin(), ids.end(), 0U);
    std::sort(ids.begin(), ids.end(),
              [&](std::uint32_t one, std::uint32_t other) { return comesBefore(texts[one], texts[other]); });

    std::vector<std::uint32_t> ranks(texts.size(), EventRanks::kUnknown);
    std::uint32_t rank = 0;
    for (std::size_t i = 0; i < ids.size(); ++i) {
        if (i > 0 && texts[ids[i]] != texts[ids[i - 1]])
            ++rank;
        if (!texts[ids[i]].empty())
            ranks[ids[i]] = rank;
    }
    return ranks;
}

} // namespace

const std::vector<std::uint32_t> &EventRanks::of(EventColumn column)
{
    std::vector<std::uint32_t> &ranks = m_ranks[static_cast<std::size_t>(column)];
    if (ranks.empty()) {
        std::vector<std::string> keep;
        ranks = ranksOf(columnTexts(m_analysis, column, keep));
    }
    return ranks;
}

} // namespace clicksieve
