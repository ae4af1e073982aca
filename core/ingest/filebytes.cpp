// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/filebytes.h"

#include <QDir>
#include <QFileInfo>

#include <cerrno>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

namespace clicksieve {

namespace {

Error unreadable(const QString &path, const QString &why)
{
    return {Error::Kind::Unreadable, QStringLiteral("%1: %2").arg(QDir::toNativeSeparators(path), why)};
}

} // namespace

Result<std::shared_ptr<const FileBytes>> FileBytes::open(const QString &path)
{
    const QFileInfo info(path);
    if (!info.exists())
        return unreadable(path,
                          QStringLiteral("there is no such file. Check the name, or choose the file again."));
    if (info.isDir())
        return unreadable(path, QStringLiteral("this is a folder. Choose the files in it."));

    const std::shared_ptr<FileBytes> bytes(new FileBytes);
    bytes->m_file.setFileName(path);
    if (!bytes->m_file.open(QIODevice::ReadOnly))
        return unreadable(path, QStringLiteral("it cannot be opened (%1).").arg(bytes->m_file.errorString()));
    const qint64 size = bytes->m_file.size();
    const uchar *mapped = size > 0 ? bytes->m_file.map(0, size) : nullptr;
    if (mapped != nullptr) {
        bytes->m_isOnDisk = bytes->m_file.handle() >= 0; // not what is compiled in: that is memory already
        bytes->m_view = {reinterpret_cast<const char *>(mapped), static_cast<std::size_t>(size)};
        return std::shared_ptr<const FileBytes>(bytes);
    }
    bytes->m_content = bytes->m_file.readAll(); // a pipe or a compressed resource
    if (bytes->m_file.error() != QFileDevice::NoError)
        return unreadable(path, QStringLiteral("it cannot be read (%1).").arg(bytes->m_file.errorString()));
    bytes->m_view = {bytes->m_content.constData(), static_cast<std::size_t>(bytes->m_content.size())};
    return std::shared_ptr<const FileBytes>(bytes);
}

std::shared_ptr<const FileBytes> FileBytes::of(std::shared_ptr<const std::string> content)
{
    const std::shared_ptr<FileBytes> bytes(new FileBytes);
    bytes->m_shared = std::move(content);
    bytes->m_view = *bytes->m_shared;
    return bytes;
}

bool FileBytes::canRead() const
{
#ifdef Q_OS_UNIX
    return m_isOnDisk;
#else
    return false; // there is no reading at a place that several threads can do at once
#endif
}

bool FileBytes::read([[maybe_unused]] std::size_t place, [[maybe_unused]] std::span<char> to) const
{
#ifdef Q_OS_UNIX
    while (!to.empty()) {
        const ssize_t count = pread(m_file.handle(), to.data(), to.size(), static_cast<off_t>(place));
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            return false;
        place += static_cast<std::size_t>(count);
        to = to.subspan(static_cast<std::size_t>(count));
    }
#endif
    return to.empty();
}

} // namespace clicksieve
