// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <archive.h>
#include <zlib.h>

#include <string_view>
#include <vector>

namespace clicksieve {

/// Unpacks a gzip for libarchive, whose own way (3.6) passes over the checksum and the length at the end: a damaged
/// export would give wrong figures without a word. Several gzips in a row are one file (RFC 1952, 2.2).
class GzipFeed {
public:
    /// @param packed must stay as it is while this lives.
    explicit GzipFeed(std::string_view packed);
    ~GzipFeed();
    Q_DISABLE_COPY_MOVE(GzipFeed)

    /// For archive_read_open(), with a GzipFeed as data. What is wrong is said by archive_error_string().
    static la_ssize_t read(archive *reader, void *feed, const void **unpacked);

private:
    la_ssize_t unpack(archive *reader);
    [[nodiscard]] bool beginNext();
    [[nodiscard]] const char *inflatePiece();

    std::string_view m_rest; ///< not yet given to zlib
    z_stream m_stream = {};
    std::vector<Bytef> m_piece;
    bool m_isReady = false;
    bool m_isAtEnd = false; ///< of one of several
};

} // namespace clicksieve
