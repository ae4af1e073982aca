// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/result.h"

#include <QString>
#include <QTemporaryDir>

#include <memory>

namespace clicksieve {

class JobContext;
struct SourceInfo;

/// The file that a source lay in, as it was read: where it is, or else a copy out of the workspace that keeps it, in a
/// folder of its own that goes with this object.
class OriginalFile {
public:
    /// @p beside: a file that is going to be written; a copy is made in its folder, "-" in the one for temporary files.
    /// Errors: Unreadable where it is gone, has changed or is damaged; Unwritable; Cancelled.
    [[nodiscard]] static Result<OriginalFile> of(const SourceInfo &info, const QString &beside,
                                                 JobContext &context);

    [[nodiscard]] const QString &path() const { return m_path; }

private:
    QString m_path;
    std::unique_ptr<QTemporaryDir> m_folder; ///< null where m_path is the file itself
};

} // namespace clicksieve
