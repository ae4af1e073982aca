// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis.h"
#include "core/metrics/filter.h"

namespace clicksieve {

/// How much of the analysis a filter lets through.
struct ViewCount {
    quint64 inView = 0; ///< opens and clicks that pass
    quint64 all = 0;    ///< opens and clicks
};

/// Looks at every open and click: run it in a job. Errors: Cancelled.
[[nodiscard]] Result<ViewCount> countInView(const Analysis &analysis, const Filter &filter,
                                            JobContext &context);

} // namespace clicksieve
