// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/result.h"

#include <QString>

namespace clicksieve {

/// Where in a workbook something was found, for sentences about it.
struct PartPlace {
    QString file; ///< the workbook, as shown to the user
    QString part; ///< such as xl/workbook.xml; empty for the workbook as a whole

    /// @p what goes on from "the part … of this workbook", as in "is missing".
    [[nodiscard]] Error damaged(const QString &what) const;
    /// @p what goes on from "this workbook", as in "has more than 10,000 parts".
    [[nodiscard]] Error refused(const QString &what) const;
    [[nodiscard]] Error isProtected() const;
};

} // namespace clicksieve
