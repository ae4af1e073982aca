// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis.h"
#include "ui/events/eventcolumn.h"

#include <array>
#include <cstdint>
#include <vector>

namespace clicksieve {

/// Where each text of a column stands in alphabetical order. Sorted when first asked for, then kept, so that
/// sorting ten million events by a column sorts only the texts it has. Not thread-safe.
class EventRanks {
public:
    explicit EventRanks(Analysis analysis) : m_analysis(std::move(analysis)) {}

    [[nodiscard]] const Analysis &analysis() const { return m_analysis; }

    /// By id (recipient, link, campaign, actor number; client for address and agent): equal texts have one rank.
    /// kUnknown where there is no text. @pre a column with texts
    [[nodiscard]] const std::vector<std::uint32_t> &of(EventColumn column);

    static constexpr std::uint32_t kUnknown = 0xFFFF'FFFFU;

private:
    Analysis m_analysis;
    std::array<std::vector<std::uint32_t>, kEventColumns> m_ranks;
};

} // namespace clicksieve
