// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis.h"
#include "core/metrics/filter.h"

#include <QString>

namespace clicksieve {

/// What figures are of, in a few words for a picture that has left its page: "spring-offer", "12 campaigns", with
/// ", filtered" where a filter leaves out more than other campaigns. Plain text.
[[nodiscard]] QString subjectText(const Analysis &analysis, const Filter &filter);

} // namespace clicksieve
