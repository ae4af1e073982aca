// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/events/event.h"

#include <string>

namespace clicksieve {

/// "2026-03-10T09:00:31.204Z"; empty for kNoTime. Own code, because QDateTime takes some 7 µs a text (Qt 6.4).
[[nodiscard]] std::string isoTime(TimeMs time);

} // namespace clicksieve
