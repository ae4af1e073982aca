// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ingest/container.h"
#include "core/ingest/importer.h"
#include "core/ingest/sourcepreview.h"
#include "core/jobs/result.h"

#include <optional>
#include <vector>

namespace clicksieve {

/// What a look at the beginning of one file told.
struct InspectedFile {
    QString given;                ///< of ImportRequest::files: the one that it is or lies in
    Member member;                ///< its content is kept only where the file was not recognised
    QString name;                 ///< for display
    std::optional<Error> problem; ///< why it cannot be read as it is; then only canBeMapped says more
    bool canBeMapped = false;     ///< its text can be read, so the user can say what it means
    bool isInContainer = false;   ///< found in a folder or an archive: left out where it cannot be read

    SourceInfo info;                 ///< rows are not counted yet
    int sureness = 0;                ///< of its format, 1 to 100
    QStringList cannotTell;          ///< what this kind of export never says, as sentences
    bool timesNameTheirZone = false; ///< the first ones do, so that no zone has to be said
    bool namesCampaign = false;      ///< at least one of the first rows does
    std::vector<PreviewRow> preview; ///< the first rows, with the user's answers
};

/// Rows of a preview.
inline constexpr std::size_t kPreviewRows = 50;

/// Looks at all files of @p request without reading them whole, also at those that are left out, for somebody to look at
/// and to answer. Error: Cancelled.
[[nodiscard]] Result<std::vector<InspectedFile>> inspectFiles(const ImportRequest &request,
                                                              JobContext &context);

} // namespace clicksieve
