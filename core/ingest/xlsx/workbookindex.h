// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ingest/xlsx/serialtime.h"
#include "core/jobs/result.h"

#include <QString>

#include <vector>

namespace clicksieve {

class Package;

/// What a workbook is made of: its sheets, and in which parts they, the styles and the texts are.
struct WorkbookIndex {
    struct Entry {
        QString name;
        QString part;
        bool isHidden = false;
    };

    std::vector<Entry>
        sheets;      ///< with cells (no charts, no macros), in the workbook's order, the hidden ones last
    QString styles;  ///< empty where there are none
    QString strings; ///< empty where there are none
    DateSystem dates = DateSystem::From1900;

    /// Follows the relationships from the package to the workbook and on. @p package is used during the call
    /// only.
    [[nodiscard]] static Result<WorkbookIndex> read(Package &package);
};

} // namespace clicksieve
