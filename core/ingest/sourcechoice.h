// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/events/event.h"
#include "core/ingest/timepattern.h"

#include <QString>

#include <algorithm>
#include <vector>

namespace clicksieve {

/// What the user said of one file, or of one file inside of a container. Everything may be left unsaid.
struct SourceChoice {
    QString path;  ///< of the file on disk, as in Member
    QString inner; ///< inside the container; else empty
    bool leftOut = false;
    QString formatId; ///< empty: recognise
    QString timeZone; ///< empty: what is known of the format
    DayOrder dayOrder = DayOrder::Unknown;
    QString campaign;              ///< of rows that name none; empty: they stay without
    TimeMs sentAt = kNoTime;       ///< of messages of which nothing tells when they were sent
    bool sentAtIsEstimate = false; ///< it is the proposed one

    friend bool operator==(const SourceChoice &, const SourceChoice &) = default;
};

using SourceChoices = std::vector<SourceChoice>;

/// What was said of one file; an empty choice for it where nothing was.
[[nodiscard]] inline SourceChoice choiceFor(const SourceChoices &choices, const QString &path,
                                            const QString &inner)
{
    const auto found = std::ranges::find_if(
        choices, [&](const SourceChoice &choice) { return choice.path == path && choice.inner == inner; });
    if (found != choices.end())
        return *found;
    SourceChoice unsaid;
    unsaid.path = path;
    unsaid.inner = inner;
    return unsaid;
}

} // namespace clicksieve
