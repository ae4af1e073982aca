// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <string_view>

namespace clicksieve::simulator {

/// Where a request comes from, as the tracking server sees it.
struct Source {
    std::string ip;
    std::string_view agent; ///< static text
};

} // namespace clicksieve::simulator
