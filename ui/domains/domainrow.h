// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis.h"
#include "core/metrics/figures.h"
#include "core/metrics/filter.h"

#include <QString>

#include <vector>

namespace clicksieve {

class JobContext;

/// One domain as the page shows it. Holds its own text, so that a page keeps no analysis alive.
struct DomainRow {
    DomainIndex domain; ///< none for recipients without a domain, which no filter can pick
    QString name;       ///< for display, plain text
    Figures figures;

    [[nodiscard]] std::uint64_t humanClicks() const { return figures.raw.clicks - figures.machineClicks; }
};

/// Every domain with something in view, those with most machine clicks first (then opens, then name).
[[nodiscard]] std::vector<DomainRow> makeDomainRows(const Analysis &analysis, const Filter &filter,
                                                    JobContext &context);

/// "3 domains make 61 % of all machine clicks." @p rows in the order of makeDomainRows()
[[nodiscard]] QString machineClicksSentence(const std::vector<DomainRow> &rows);

} // namespace clicksieve
