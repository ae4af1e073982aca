// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ingest/mapping/formatdraft.h"

#include <memory>

namespace clicksieve {

/// An id for a format of the user's called @p title: "own-newsletter-log", with a number behind where a format in
/// @p formats or a file in @p folder has that one already.
[[nodiscard]] QString unusedFormatId(const QString &title, const FormatCatalogue &formats,
                                     const QString &folder);

/// Makes a format of @p draft and writes it into @p folder, which is created where it does not exist, so that
/// FormatCatalogue::withFolder() knows it from then on. The file appears as a whole or not at all and never in place of
/// another one. The id of the new format. Errors: Usage (what the draft lacks), Unwritable, Cancelled. Any thread.
[[nodiscard]] Result<QString> saveDraft(const FormatDraft &draft, const RecordSample &sample,
                                        const std::shared_ptr<const FormatCatalogue> &formats,
                                        const QString &folder, JobContext &context);

} // namespace clicksieve
