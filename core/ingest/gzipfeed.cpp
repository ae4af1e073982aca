// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/gzipfeed.h"

#include <algorithm>
#include <cerrno>

namespace clicksieve {

namespace {

constexpr std::size_t kUnpackedPiece = std::size_t{256} << 10;
constexpr std::size_t kPackedPiece = std::size_t{1} << 30; ///< zlib counts in 32 bits
constexpr int kGzipOnly = 16 + MAX_WBITS;

} // namespace

GzipFeed::GzipFeed(std::string_view packed)
    : m_rest(packed)
    , m_piece(kUnpackedPiece)
    , m_isReady(inflateInit2(&m_stream, kGzipOnly) == Z_OK)
{
}

GzipFeed::~GzipFeed()
{
    inflateEnd(&m_stream);
}

la_ssize_t GzipFeed::read(archive *reader, void *feed, const void **unpacked)
{
    auto *self = static_cast<GzipFeed *>(feed);
    *unpacked = self->m_piece.data();
    return self->unpack(reader);
}

la_ssize_t GzipFeed::unpack(archive *reader)
{
    m_stream.next_out = m_piece.data();
    m_stream.avail_out = static_cast<uInt>(m_piece.size());
    while (m_stream.avail_out > 0) {
        if (m_isAtEnd && !beginNext())
            break;
        if (const char *problem = inflatePiece()) {
            archive_set_error(reader, EINVAL, "%s", problem);
            return ARCHIVE_FATAL;
        }
    }
    return static_cast<la_ssize_t>(m_piece.size() - m_stream.avail_out);
}

/// False where nothing follows but the zeros that some tools fill up with.
bool GzipFeed::beginNext()
{
    const auto isZero = [](auto byte) { return byte == 0; };
    const Bytef *given = m_stream.next_in;
    if (std::all_of(given, given + m_stream.avail_in, isZero)
        && std::all_of(m_rest.begin(), m_rest.end(), isZero))
        return false;
    m_isAtEnd = false;
    inflateReset(&m_stream);
    return true;
}

/// Null where all is well.
const char *GzipFeed::inflatePiece()
{
    if (!m_isReady)
        return "there is not enough memory";
    if (m_stream.avail_in == 0) {
        const std::string_view given = m_rest.substr(0, kPackedPiece);
        m_rest.remove_prefix(given.size());
        m_stream.next_in =
            reinterpret_cast<z_const Bytef *>(const_cast<char *>(given.data())); // zlib only reads it
        m_stream.avail_in = static_cast<uInt>(given.size());
    }
    const int status = inflate(&m_stream, Z_NO_FLUSH);
    m_isAtEnd = status == Z_STREAM_END;
    if (status == Z_OK || status == Z_STREAM_END)
        return nullptr;
    if (status == Z_BUF_ERROR && m_stream.avail_in == 0)
        return "its end is missing";
    return m_stream.msg != nullptr ? m_stream.msg : "it is no gzip all through";
}

} // namespace clicksieve
