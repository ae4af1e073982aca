// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ingest/containerformat.h"
#include "core/jobs/result.h"

#include <QHash>
#include <QString>

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

struct archive;
struct archive_entry;

namespace clicksieve {

class GzipFeed;

/// Reads a container in memory entry by entry, in the order they lie in it. Nothing is ever written to disk.
/// Used by one thread; names need a Utf8Locale there.
class ArchiveReader {
public:
    /// @param bytes must stay as they are while this lives.
    /// @param fileName of the container; names the file of a Layout::SingleFile.
    ArchiveReader(std::string_view bytes, ContainerFormat format, const QString &fileName = {});
    ~ArchiveReader();
    Q_DISABLE_COPY_MOVE(ArchiveReader)

    /// To the next entry, of whatever type. False at the end, and where it cannot be read: see failed().
    [[nodiscard]] bool next();
    [[nodiscard]] bool failed() const { return m_failed; }

    /// The path of the entry for people: without "..", a root or control characters, and no two the same.
    /// Empty where the entry is no file to read: folders, links, devices, and what macOS and Windows add.
    [[nodiscard]] const QString &inner() const { return m_inner; }
    /// As it was stored. Characters that the archive does not name are taken for UTF-8, else for those of old days.
    [[nodiscard]] QString storedName() const;
    [[nodiscard]] bool isEncrypted() const;
    /// Null before the first next() and where the container is a packed file of no bytes.
    [[nodiscard]] archive_entry *entry() const { return m_entry; }
    [[nodiscard]] archive *handle() const { return m_archive.get(); }

    /// Appends what the entry holds. @p goOn is told of each piece (up to a megabyte) before it is kept.
    /// False where it said no or the entry cannot be read: see failed().
    bool readInto(std::string &content, const std::function<bool(std::size_t)> &goOn);

    /// The next bytes of what the entry holds: as many as @p to takes, fewer only at its end. Nothing where the entry
    /// cannot be read: see failed().
    [[nodiscard]] std::optional<std::size_t> read(std::span<char> to);

    /// Why isEncrypted() or failed() stops the reading. @param shown what the user calls the container
    [[nodiscard]] Error error(const QString &shown) const;

private:
    struct Free {
        void operator()(archive *handle) const;
    };

    void open(std::string_view bytes);
    [[nodiscard]] bool isFile() const;
    [[nodiscard]] std::size_t expectedSize() const;
    [[nodiscard]] QString uniqueName(const QString &wanted);

    ContainerFormat m_format;
    std::size_t m_packedBytes;
    QString m_fileName;
    std::unique_ptr<GzipFeed> m_gzip; ///< what m_archive reads from, where it is one
    std::unique_ptr<archive, Free> m_archive;
    archive_entry *m_entry = nullptr; ///< owned by m_archive
    QString m_inner;
    QHash<QString, int> m_names; ///< how often each was there
    std::vector<char> m_piece;   ///< what was read last
    bool m_failed = false;
    bool m_isAtEnd = false;
};

} // namespace clicksieve
