// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/result.h"

#include <QByteArray>
#include <QFile>
#include <QString>

#include <memory>
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

private:
    FileBytes() = default;

    QFile m_file;
    QByteArray m_content; ///< where the file could not be mapped
    std::shared_ptr<const std::string> m_shared;
    std::string_view m_view;
};

} // namespace clicksieve
