// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/result.h"

#include <QByteArray>
#include <QFile>
#include <QString>

#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace clicksieve {

/// The bytes of one file or of one member of a container: memory-mapped where they can be. Immutable; the view lives
/// as long as the object. Not copyable; keep it by pointer.
class FileBytes {
public:
    /// A file on disk or a compiled-in resource. Error: Unreadable, with a sentence.
    [[nodiscard]] static Result<std::shared_ptr<const FileBytes>> open(const QString &path);
    /// What was unpacked or made in memory.
    [[nodiscard]] static std::shared_ptr<const FileBytes> of(std::shared_ptr<const std::string> content);

    [[nodiscard]] std::string_view view() const { return m_view; }

    /// True where read() can be used: a file on disk that is mapped.
    [[nodiscard]] bool canRead() const;
    /// Copies the bytes from @p place on into @p to, which they must fill. Leaves the view alone: what is read this way
    /// takes no page faults and does not count as memory of this program. False where the file has become shorter or
    /// cannot be read any more. Any thread. @pre canRead()
    [[nodiscard]] bool read(std::size_t place, std::span<char> to) const;

private:
    FileBytes() = default;

    QFile m_file;
    bool m_isOnDisk = false;
    QByteArray m_content; ///< where the file could not be mapped
    std::shared_ptr<const std::string> m_shared;
    std::string_view m_view;
};

} // namespace clicksieve
