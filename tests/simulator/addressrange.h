// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "simulator/random.h"

#include <cstdint>
#include <string>

namespace clicksieve::simulator {

/// An IPv4 network in CIDR notation.
class AddressRange {
public:
    constexpr AddressRange(std::uint32_t a, std::uint32_t b, std::uint32_t c, std::uint32_t d, unsigned bits)
        : m_first((a << 24U) | (b << 16U) | (c << 8U) | d)
        , m_bits(bits)
    {
    }

    /// A random host in it, dotted; never one that ends in .0 or .255.
    std::string draw(Random &random) const;

private:
    std::uint32_t m_first;
    unsigned m_bits;
};

} // namespace clicksieve::simulator
