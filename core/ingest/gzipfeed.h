// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <archive.h>
#include <isa-l/igzip_lib.h>

#include <cstdint>
#include <string_view>
#include <vector>

namespace clicksieve {

/// Unpacks a gzip for libarchive, whose own way (3.6) passes over the checksum and the length at the end: a damaged
/// export would give wrong figures without a word. ISA-L takes half the time of zlib. Several gzips in a row are one
/// file (RFC 1952, 2.2).
class GzipFeed {
public:
    /// @param packed must stay as it is while this lives.
    explicit GzipFeed(std::string_view packed);
    Q_DISABLE_COPY_MOVE(GzipFeed)

    /// For archive_read_open(), with a GzipFeed as data. What is wrong is said by archive_error_string().
    static la_ssize_t read(archive *reader, void *feed, const void **unpacked);

private:
    la_ssize_t unpack(archive *reader);
    /// Of one of several.
    [[nodiscard]] bool isAtEnd() const { return m_state.block_state == ISAL_BLOCK_FINISH; }
    [[nodiscard]] bool beginNext();
    [[nodiscard]] const char *inflatePiece();

    std::string_view m_rest; ///< not yet given to ISA-L
    inflate_state m_state;
    std::vector<std::uint8_t> m_piece;
};

} // namespace clicksieve
