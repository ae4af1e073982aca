// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ingest/exportformat.h"

#include <QString>

class QComboBox;

namespace clicksieve {

// How the mapping page calls things.

/// "Recipient", "IP address", …
[[nodiscard]] QString labelOf(Field field);
/// What the column is good for, a sentence.
[[nodiscard]] QString explanationOf(Field field);
/// Without it no event can be made.
[[nodiscard]] bool isNeeded(Field field);
/// "Open", …; "Leave out" for Other.
[[nodiscard]] QString labelOf(EventType type);

/// Fills @p combo with @p unsaid, which stands for nothing, and all kinds of events.
void fillWithEventTypes(QComboBox &combo, const QString &unsaid);
/// Shows @p type without a signal.
void showEventType(QComboBox &combo, std::optional<EventType> type);
[[nodiscard]] std::optional<EventType> eventTypeIn(const QComboBox &combo);

} // namespace clicksieve
