// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/result.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace clicksieve {

class EventTable;
class JobContext;
struct SourceInfo;
class WorkspaceFile;

/// Which files of a table a workspace holds.
struct KeptFiles {
    std::vector<int> numbers; ///< per source the number of its file; -1 where it is not kept
    QStringList missing;      ///< names of the files that are gone or have changed since they were read
};

/// Puts the files that the table was read from into @p file, byte for byte, each once however many sources lie in it:
/// from where they are, or from the workspace that the table is from. Errors: Unwritable, Cancelled.
[[nodiscard]] Result<KeptFiles> keepFiles(const EventTable &table, WorkspaceFile &file, JobContext &context);

/// Writes the file that @p source lay in to @p path, out of the workspace that keeps it; for its owner only.
/// Errors: Unreadable where it is damaged there, Unwritable, Cancelled. @pre !source.keptIn.isEmpty()
[[nodiscard]] std::optional<Error> takeOut(const SourceInfo &source, const QString &path,
                                           JobContext &context);

} // namespace clicksieve
