// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "simulator/addressrange.h"

namespace clicksieve::simulator {

namespace {

std::string dotted(std::uint32_t address)
{
    std::string text;
    for (unsigned shift = 24; shift > 0; shift -= 8)
        text += std::to_string((address >> shift) & 0xffU) + '.';
    return text + std::to_string(address & 0xffU);
}

} // namespace

std::string AddressRange::draw(Random &random) const
{
    const std::uint64_t size = std::uint64_t{1} << (32U - m_bits);
    std::uint32_t address = m_first;
    do {
        address = m_first + static_cast<std::uint32_t>(random.below(size));
    } while ((address & 0xffU) == 0 || (address & 0xffU) == 0xffU);
    return dotted(address);
}

} // namespace clicksieve::simulator
