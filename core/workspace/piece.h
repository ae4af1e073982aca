// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include <QByteArray>

namespace clicksieve {

/// Some bytes as a workspace keeps them: packed, with a checksum, so that damage is noticed before it gives figures.
struct Piece {
    std::uint64_t size = 0;     ///< unpacked
    std::uint64_t checksum = 0; ///< of size and packed bytes
    QByteArray packed;

    /// The most bytes that one piece holds, unpacked.
    static constexpr std::size_t kLargest = std::size_t{16} << 20;

    /// @pre bytes.size() <= kLargest
    [[nodiscard]] static Piece of(std::string_view bytes);

    /// False where the packed bytes are not those that the checksum was made of.
    [[nodiscard]] bool isWhole() const;
    /// Unpacks into @p to. False where it is damaged or not of the size of @p to, whose content means nothing then.
    [[nodiscard]] bool unpackInto(std::span<char> to) const;
};

} // namespace clicksieve
