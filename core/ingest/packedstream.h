// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ingest/archivereader.h"
#include "core/ingest/filebytes.h"

#include <QString>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>

namespace clicksieve {

/// One file packed alone (gzip, bzip2, zstd, xz), unpacked from its beginning to its end as it is asked for, so that it
/// need never be in memory whole. One thread at a time.
class PackedStream {
public:
    /// Null where @p path is anything else (then membersOf() says what), or so small that it is not worth it.
    [[nodiscard]] static std::unique_ptr<PackedStream> open(const QString &path);

    /// As Member::inner of the packed file.
    [[nodiscard]] const QString &inner() const { return m_reader->inner(); }
    /// The next bytes: as many as @p to takes, fewer only at the end. Nothing where the file is damaged, or grows past
    /// what membersOf() would unpack.
    [[nodiscard]] std::optional<std::size_t> read(std::span<char> to);
    /// About how many bytes there are in all.
    [[nodiscard]] std::size_t expectedBytes() const { return m_expected; }

private:
    PackedStream() = default;

    std::shared_ptr<const FileBytes> m_packed;
    std::optional<ArchiveReader> m_reader;
    std::size_t m_expected = 0;
    std::uint64_t m_unpacked = 0;
};

/// A packed source of which the beginning is known: what follows on it.
struct PackedRest {
    std::unique_ptr<PackedStream> stream;
    std::string next; ///< unpacked already, but not part of the beginning
};

} // namespace clicksieve
