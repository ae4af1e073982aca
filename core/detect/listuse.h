// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/userlists.h"

#include <cstdint>
#include <string>
#include <vector>

namespace clicksieve {

class Actions;
class Verdicts;

/// How much of an analysis the user's lists speak of.
struct ListUse {
    std::uint64_t allowed =
        0; ///< opens and clicks from addresses and programs that are never taken for a scanner's
    std::uint64_t hiddenClicks = 0; ///< clicks on links that people cannot see
};

/// Of all opens and clicks.
[[nodiscard]] ListUse listUse(const Actions &actions);

/// One line of the lists.
struct ListEntry {
    enum class Kind : std::uint8_t { Network, Agent, HiddenLink };

    Kind kind = Kind::Network;
    std::string text;
    std::uint64_t events = 0; ///< opens and clicks that it speaks of
};

/// Every line of the lists that @p verdicts were made with. Looks at every open and click for each: run it in a job.
[[nodiscard]] std::vector<ListEntry> listEntries(const Verdicts &verdicts);

/// @p lists without that line.
[[nodiscard]] UserLists without(UserLists lists, const ListEntry &entry);

} // namespace clicksieve
