// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "simulator/random.h"

#include <string_view>
#include <vector>

namespace clicksieve::simulator {

/// User agents. Everything returned is static text.
class Agents {
public:
    using List = std::vector<std::string_view>;

    /// Browsers of people. Reduced Chrome agents are the same for millions, so they tell nothing.
    static std::string_view desktop(Random &random);
    static std::string_view phone(Random &random);
    static std::string_view applePhone();

    /// Outlook on the desktop, which loads pictures itself.
    static std::string_view outlook();

    static std::string_view gmailProxy();
    static std::string_view gmailPrefetch();
    static std::string_view yahooProxy();
    static std::string_view applePrefetch();

    /// What link scanners say: ordinary browsers, some old. At least 12 entries.
    static const List &scanners();
    static std::string_view scanner(Random &random);
};

} // namespace clicksieve::simulator
