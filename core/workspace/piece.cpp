// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/piece.h"

#include <zstd.h>

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace clicksieve {

namespace {

/// The fastest of those that pack well; the others cost time at every save and give little.
constexpr int kLevel = 1;

std::uint64_t checksumOf(const QByteArray &packed, std::uint64_t size)
{
    return XXH3_64bits_withSeed(packed.constData(), static_cast<std::size_t>(packed.size()), size);
}

} // namespace

Piece Piece::of(std::string_view bytes)
{
    Piece piece;
    piece.size = bytes.size();
    piece.packed.resize(static_cast<qsizetype>(ZSTD_compressBound(bytes.size())));
    const std::size_t length =
        ZSTD_compress(piece.packed.data(), static_cast<std::size_t>(piece.packed.size()), bytes.data(),
                      bytes.size(), kLevel);
    piece.packed.resize(ZSTD_isError(length) != 0 ? 0 : static_cast<qsizetype>(length));
    piece.packed.squeeze();
    piece.checksum = checksumOf(piece.packed, piece.size);
    return piece;
}

bool Piece::isWhole() const
{
    return checksum == checksumOf(packed, size);
}

bool Piece::unpackInto(std::span<char> to) const
{
    if (size != to.size() || !isWhole())
        return false;
    const std::size_t length =
        ZSTD_decompress(to.data(), to.size(), packed.constData(), static_cast<std::size_t>(packed.size()));
    return ZSTD_isError(length) == 0 && length == to.size();
}

} // namespace clicksieve
