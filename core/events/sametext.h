// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace clicksieve {

/// As one == other, for short texts that are mostly equal: eight bytes at a time, without a call.
[[nodiscard]] inline bool isSameText(std::string_view one, std::string_view other)
{
    const auto eightAt = [](std::string_view text, std::size_t place) {
        std::uint64_t eight = 0;
        std::memcpy(&eight, text.data() + place, sizeof eight);
        return eight;
    };
    constexpr std::size_t kEight = sizeof(std::uint64_t);
    const std::size_t size = one.size();
    if (size != other.size())
        return false;
    if (size < kEight) {
        for (std::size_t place = 0; place < size; ++place) {
            if (one[place] != other[place])
                return false;
        }
        return true;
    }
    for (std::size_t place = 0; place + kEight < size; place += kEight) {
        if (eightAt(one, place) != eightAt(other, place))
            return false;
    }
    return eightAt(one, size - kEight) == eightAt(other, size - kEight);
}

} // namespace clicksieve
