// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/result.h"

#include <QFile>
#include <QSaveFile>
#include <QString>

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace clicksieve {

/// A file being written, or standard output ("-"), or a pipe or device that is there already. The file appears as a whole on commit() or not at all, readable by its owner
/// only, since it holds addresses of people.
class OutputFile {
public:
    /// Error: Unwritable.
    [[nodiscard]] static Result<std::unique_ptr<OutputFile>> create(const QString &path);

    /// Collects and writes in large pieces; failures are kept and reported by commit().
    void write(std::string_view text);
    void write(const QByteArray &bytes)
    {
        write(std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size())));
    }
    [[nodiscard]] std::optional<Error> commit();

private:
    OutputFile() = default;
    void flush();

    QString m_path;
    std::unique_ptr<QFileDevice> m_device;
    QSaveFile *m_saveFile = nullptr; ///< m_device, where it is one
    std::string m_buffer;
    bool m_failed = false;
};

} // namespace clicksieve
