// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/events/event.h"

#include <QString>

namespace clicksieve::wording {

/// A span of time as a marketer would say it: "0.8 s", "43 s", "5 min", "2 h 10 min", "3 days". Negative spans without sign.
[[nodiscard]] QString span(TimeMs ms);
/// "1 recipient", "212 recipients": the number with thousands separators and the right form.
[[nodiscard]] QString counted(qulonglong count, const QString &one, const QString &many);
/// "opened" or "clicked".
[[nodiscard]] QString did(EventType type);

} // namespace clicksieve::wording
