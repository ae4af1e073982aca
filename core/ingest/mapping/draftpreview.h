// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ingest/mapping/formatdraft.h"
#include "core/ingest/sourcepreview.h"

#include <memory>
#include <vector>

namespace clicksieve {

/// The first @p limit rows of the sample's file as @p draft reads them, also where it still lacks something: rows that
/// do not read then say why. Errors: Unrecognised where there is no time column yet, Usage for a zone that is none,
/// Cancelled. Any thread.
[[nodiscard]] Result<std::vector<PreviewRow>> previewOf(const FormatDraft &draft, const RecordSample &sample,
                                                        const std::shared_ptr<const FormatCatalogue> &formats,
                                                        std::size_t limit, JobContext &context);

/// @p format, a complete one, with one record and the event that it gives in "samples". The record keeps the times,
/// the event word and the mark of one of the sample; all else is made up, so that no data of a person or a customer gets
/// into a format file that may be passed on. Unchanged where none of the first records gives an event.
[[nodiscard]] QJsonObject withInventedRecord(QJsonObject format, const FormatDraft &draft,
                                             const RecordSample &sample,
                                             const std::shared_ptr<const FormatCatalogue> &formats,
                                             JobContext &context);

} // namespace clicksieve
