// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace clicksieve {

class Verdicts;

/// How much of an analysis the user's lists speak of.
struct ListUse {
    std::uint64_t allowed =
        0; ///< opens and clicks from addresses and programs that are never taken for a scanner's
    std::uint64_t hiddenClicks = 0; ///< clicks on links that people cannot see
};

[[nodiscard]] ListUse listUse(const Verdicts &verdicts);

} // namespace clicksieve
