// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/result.h"

#include <QString>

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace clicksieve {

class JobContext;
class WorkspaceFile;

/// A part to be written: its name and its bytes, which live until then.
struct PartToWrite {
    QString name;
    std::string_view bytes;
};

/// A part to be read, and the room that it has to fill.
struct PartToRead {
    QString name;
    std::span<char> room;
};

/// Cuts the parts into pieces, packs them in parallel and writes them, a few at a time. What the file had under these
/// names goes. Counts bytes as work done. Errors: Unwritable, Cancelled.
[[nodiscard]] std::optional<Error> writeParts(WorkspaceFile &file, const std::vector<PartToWrite> &parts,
                                              JobContext &context);

/// Reads the parts and unpacks them in parallel. Counts bytes as work done. Error: Cancelled, or Unreadable with the name
/// of the first part that is missing, damaged or of another size.
[[nodiscard]] std::optional<Error> readParts(WorkspaceFile &file, const std::vector<PartToRead> &parts,
                                             JobContext &context);

/// A part of unknown size. nullopt where it is missing or damaged.
[[nodiscard]] std::optional<std::string> readPart(WorkspaceFile &file, const QString &name);

/// "its part … is missing or damaged", Unreadable
[[nodiscard]] Error damagedPart(const QString &name);
/// "Stopped."
[[nodiscard]] Error stopped();

} // namespace clicksieve
