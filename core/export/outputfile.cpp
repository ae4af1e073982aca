// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/outputfile.h"

#include <QDir>
#include <QFileInfo>

#include <cstdio>

namespace clicksieve {

namespace {

constexpr std::size_t kPiece = std::size_t{1} << 20;

Error unwritable(const QString &path, const QString &why)
{
    return {Error::Kind::Unwritable,
            QStringLiteral(
                "%1 cannot be written (%2). Nothing was changed there. Choose another place, or make room.")
                .arg(QDir::toNativeSeparators(path), why)};
}

/// A pipe or a device, which must not be replaced by a file of that name.
bool isDevice(const QString &path)
{
    const QFileInfo info(path);
    return info.exists() && !info.isFile() && !info.isDir();
}

} // namespace

Result<std::unique_ptr<OutputFile>> OutputFile::create(const QString &path)
{
    std::unique_ptr<OutputFile> output(new OutputFile);
    output->m_path = path;
    if (path == QLatin1String("-") || isDevice(path)) {
        auto file = std::make_unique<QFile>(path);
        const bool isOpen = isDevice(path) ? file->open(QIODevice::WriteOnly | QIODevice::ExistingOnly)
                                           : file->open(stdout, QIODevice::WriteOnly);
        if (!isOpen)
            return unwritable(path, file->errorString());
        output->m_device = std::move(file);
        return Result<std::unique_ptr<OutputFile>>(std::move(output));
    }
    auto file = std::make_unique<QSaveFile>(path);
    if (!file->open(QIODevice::WriteOnly))
        return unwritable(path, file->errorString());
    file->setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    output->m_saveFile = file.get();
    output->m_device = std::move(file);
    return Result<std::unique_ptr<OutputFile>>(std::move(output));
}

void OutputFile::write(std::string_view text)
{
    m_buffer += text;
    if (m_buffer.size() >= kPiece)
        flush();
}

void OutputFile::flush()
{
    const auto size = static_cast<qint64>(m_buffer.size());
    m_failed = m_failed || m_device->write(m_buffer.data(), size) != size;
    m_buffer.clear();
}

std::optional<Error> OutputFile::commit()
{
    flush();
    const bool flushed = m_device->flush();
    if (m_failed || !flushed || (m_saveFile != nullptr && !m_saveFile->commit()))
        return unwritable(m_path, m_device->errorString());
    return std::nullopt;
}

} // namespace clicksieve
