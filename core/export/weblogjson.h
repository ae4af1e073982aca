// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/result.h"

#include <QString>

#include <optional>
#include <string>

namespace clicksieve {

struct LoadStory;
struct WebLog;

/// What was found in web server logs as one JSON object (clicksieve-cli.1). Times are ISO 8601 in UTC, by the server's clock;
/// stretches are seconds. What is not known is null.
[[nodiscard]] std::string webLogJson(const WebLog &log, const LoadStory &story);

/// Writes it; @p path "-" is standard output. Error: Unwritable.
[[nodiscard]] std::optional<Error> writeWebLogJson(const WebLog &log, const LoadStory &story,
                                                   const QString &path);

} // namespace clicksieve
