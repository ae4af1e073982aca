// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace clicksieve {

struct LoadStory;
struct WebLog;

/// What was found in web server logs, in words and tables on standard output.
void printWebLog(const WebLog &log, const LoadStory &story);

} // namespace clicksieve
