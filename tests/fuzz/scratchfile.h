// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/testfolder.h"

#include <QFile>

#include <string_view>

namespace clicksieve::fuzz {

/// A file that is there while this lives, in a folder that all inputs of a run share.
class ScratchFile {
public:
    ScratchFile(const QString &name, std::string_view bytes)
        : m_path(
            folder().write(name, QByteArray::fromRawData(bytes.data(), static_cast<qsizetype>(bytes.size()))))
    {
    }
    ~ScratchFile() { QFile::remove(m_path); }
    Q_DISABLE_COPY_MOVE(ScratchFile)

    [[nodiscard]] const QString &path() const { return m_path; }
    [[nodiscard]] static const tests::TestFolder &folder()
    {
        static const tests::TestFolder shared;
        return shared;
    }

private:
    QString m_path;
};

} // namespace clicksieve::fuzz
