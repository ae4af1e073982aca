// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/result.h"

#include <QString>

#include <functional>
#include <optional>
#include <string>

namespace clicksieve {

class JobContext;
class OutputFile;

/// The new content of the member that Member::inner names; nullopt: it is copied unchanged. Asked once for each, in the
/// order they lie there, on the calling thread; an Error ends the writing.
using NewContent = std::function<Result<std::optional<std::string>>(const QString &inner)>;

/// Writes the container at @p path again, with other contents: same kind, names, order and times; folders, links and
/// files that are no members are copied. The caller commits @p output where all went well, else nothing is written.
/// One file at a time is held in memory.
/// Errors: Usage where @p path is no container; Unreadable where it is damaged, protected or has archives inside (they
/// would have to be made again, too); Unwritable; Cancelled; what @p contentOf says.
[[nodiscard]] std::optional<Error> writeContainer(const QString &path, const NewContent &contentOf,
                                                  OutputFile &output, JobContext &context);

} // namespace clicksieve
