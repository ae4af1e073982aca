// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/events/event.h"
#include "core/ingest/source.h"

#include <QString>

#include <cstdint>
#include <vector>

namespace clicksieve {

/// One row of a file as it will be read. Texts are empty where the row does not say.
struct PreviewRow {
    std::uint32_t row = 0; ///< 1-based record number in its file, header not counted
    QString complaint;     ///< why it gives no event, as a sentence; then the rest is not filled
    TimeMs time = kNoTime;
    EventType type = EventType::Other;
    QString recipient; ///< address, or else the ESP's key for it
    QString campaign;  ///< its name, or else its id
    QString url;
    QString address;
    QString agent;
};

/// The first @p limit rows of @p source as its format reads them; none of an export of totals. Texts are cut where
/// they are too long to be shown. Any thread.
[[nodiscard]] std::vector<PreviewRow> previewOf(const Source &source, std::size_t limit);

} // namespace clicksieve
