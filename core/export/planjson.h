// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/result.h"

#include <QString>

#include <optional>
#include <string>

namespace clicksieve {

struct PlanQuestion;
struct PlanReport;

/// The plan of a send as one JSON object (clicksieve-cli.1): requests are counts, rates are requests or messages a second,
/// times are seconds. What is not known is null.
[[nodiscard]] std::string planJson(const PlanQuestion &question, const PlanReport &report);

/// Writes it; @p path "-" is standard output. Error: Unwritable.
[[nodiscard]] std::optional<Error> writePlanJson(const PlanQuestion &question, const PlanReport &report,
                                                 const QString &path);

} // namespace clicksieve
