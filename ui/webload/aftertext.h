// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/weblogs/loadstory.h"
#include "core/weblogs/weblog.h"

#include <QString>
#include <QStringList>

namespace clicksieve {

/// "At 09:00:22 UTC your server got 1,134 requests in one second; 92 % came from link scanners. The first error came 6 s later."
[[nodiscard]] QString afterHeadline(const WebLog &log, const LoadStory &story);
/// How many requests came, how many more than usual, whose they were, how the clocks differ: sentences.
[[nodiscard]] QString afterStory(const WebLog &log, const LoadStory &story);
/// What keeps a cache from answering; empty without requests of the mail.
[[nodiscard]] QString cacheText(const WebLog &log);
/// Which lines could not be read, and what was taken for granted. Plain text; quotes files.
[[nodiscard]] QString logNotes(const WebLog &log);
/// All of it as text to send to the web team or hosting provider, with the networks and programs of the scanners.
[[nodiscard]] QString reportForWebTeam(const WebLog &log, const LoadStory &story);

} // namespace clicksieve
