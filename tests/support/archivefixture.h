// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ingest/utf8locale.h"

#include <QByteArray>
#include <QList>

#include <archive.h>
#include <archive_entry.h>

#include <ctime>

namespace clicksieve::tests {

struct PackedFile {
    QByteArray name;
    QByteArray content;
    std::time_t modified = 1'773'133'200; ///< 2026-03-10T09:00:00Z
    unsigned type = AE_IFREG;
    QByteArray target = {};     ///< of a symbolic link
    QByteArray hardTarget = {}; ///< of a hard link
};

struct ArchiveKind {
    int format = ARCHIVE_FORMAT_ZIP;
    int filter = ARCHIVE_FILTER_NONE;
    QByteArray password = {};
};

inline la_ssize_t appendToBytes(archive *, void *bytes, const void *data, std::size_t size)
{
    static_cast<QByteArray *>(bytes)->append(static_cast<const char *>(data), static_cast<qsizetype>(size));
    return static_cast<la_ssize_t>(size);
}

/// The bytes of an archive. Anything that goes wrong ends the test program.
inline QByteArray archiveOf(const QList<PackedFile> &files, const ArchiveKind &kind = {})
{
    const Utf8Locale locale;
    QByteArray bytes;
    archive *writer = archive_write_new();
    const auto must = [writer](int status) {
        if (status < ARCHIVE_WARN)
            qFatal("the archive cannot be made: %s", archive_error_string(writer));
    };
    must(archive_write_set_format(writer, kind.format));
    must(archive_write_add_filter(writer, kind.filter));
    must(archive_write_set_bytes_in_last_block(writer, 1));
    if (!kind.password.isEmpty()) {
        must(archive_write_set_options(writer, "zip:encryption=traditional"));
        must(archive_write_set_passphrase(writer, kind.password.constData()));
    }
    must(archive_write_open(writer, &bytes, nullptr, appendToBytes, nullptr));
    for (const PackedFile &file : files) {
        archive_entry *entry = archive_entry_new();
        archive_entry_set_pathname(entry, file.name.constData());
        archive_entry_set_filetype(entry, file.type);
        archive_entry_set_perm(entry, 0644);
        archive_entry_set_size(entry, file.content.size());
        archive_entry_set_mtime(entry, file.modified, 0);
        if (!file.target.isEmpty())
            archive_entry_set_symlink(entry, file.target.constData());
        if (!file.hardTarget.isEmpty())
            archive_entry_set_hardlink(entry, file.hardTarget.constData());
        must(archive_write_header(writer, entry));
        if (archive_write_data(writer, file.content.constData(),
                               static_cast<std::size_t>(file.content.size()))
            != file.content.size())
            qFatal("the archive cannot be filled: %s", archive_error_string(writer));
        archive_entry_free(entry);
    }
    must(archive_write_close(writer));
    archive_write_free(writer);
    return bytes;
}

inline QByteArray zipOf(const QList<PackedFile> &files)
{
    return archiveOf(files);
}

inline QByteArray tarOf(const QList<PackedFile> &files, int filter = ARCHIVE_FILTER_NONE)
{
    return archiveOf(files, {ARCHIVE_FORMAT_TAR_USTAR, filter});
}

inline QByteArray packedOf(const QByteArray &content, int filter)
{
    return archiveOf({{"data", content}}, {ARCHIVE_FORMAT_RAW, filter});
}

} // namespace clicksieve::tests
