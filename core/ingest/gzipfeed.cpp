// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/gzipfeed.h"

#include <algorithm>
#include <cerrno>

namespace clicksieve {

namespace {

constexpr std::size_t kUnpackedPiece = std::size_t{256} << 10;
constexpr std::size_t kPackedPiece = std::size_t{1} << 30; ///< ISA-L counts in 32 bits

const char *problemOf(int status)
{
    switch (status) {
    case ISAL_INCORRECT_CHECKSUM:
        return "its checksum does not fit";
    case ISAL_INVALID_WRAPPER:
    case ISAL_UNSUPPORTED_METHOD:
        return "it is no gzip all through";
    default:
        return "its content is damaged";
    }
}

} // namespace

GzipFeed::GzipFeed(std::string_view packed) : m_rest(packed), m_piece(kUnpackedPiece)
{
    isal_inflate_init(&m_state);
    m_state.crc_flag = ISAL_GZIP;
}

la_ssize_t GzipFeed::read(archive *reader, void *feed, const void **unpacked)
{
    auto *self = static_cast<GzipFeed *>(feed);
    *unpacked = self->m_piece.data();
    return self->unpack(reader);
}

la_ssize_t GzipFeed::unpack(archive *reader)
{
    m_state.next_out = m_piece.data();
    m_state.avail_out = static_cast<std::uint32_t>(m_piece.size());
    while (m_state.avail_out > 0) {
        if (isAtEnd() && !beginNext())
            break;
        if (const char *problem = inflatePiece()) {
            archive_set_error(reader, EINVAL, "%s", problem);
            return ARCHIVE_FATAL;
        }
    }
    return static_cast<la_ssize_t>(m_piece.size() - m_state.avail_out);
}

/// False where nothing follows but the zeros that some tools fill up with.
bool GzipFeed::beginNext()
{
    const auto isZero = [](auto byte) { return byte == 0; };
    const std::uint8_t *given = m_state.next_in;
    if (std::all_of(given, given + m_state.avail_in, isZero)
        && std::all_of(m_rest.begin(), m_rest.end(), isZero))
        return false;
    isal_inflate_reset(&m_state);
    return true;
}

/// Null where all is well.
const char *GzipFeed::inflatePiece()
{
    if (m_state.avail_in == 0) {
        const std::string_view given = m_rest.substr(0, kPackedPiece);
        m_rest.remove_prefix(given.size());
        m_state.next_in =
            reinterpret_cast<std::uint8_t *>(const_cast<char *>(given.data())); // ISA-L only reads it
        m_state.avail_in = static_cast<std::uint32_t>(given.size());
    }
    const std::uint32_t room = m_state.avail_out;
    const bool isFed = m_state.avail_in > 0;
    const int status = isal_inflate(&m_state);
    if (status < 0 || status == ISAL_NEED_DICT)
        return problemOf(status);
    if (!isFed && !isAtEnd() && m_state.avail_out == room)
        return "its end is missing";
    return nullptr;
}

} // namespace clicksieve
