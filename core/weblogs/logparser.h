// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/weblogs/logrequest.h"

#include <string_view>

namespace clicksieve {

/// Reads the lines of one log, in their order. One thread each.
class LogParser {
public:
    LogParser() = default;
    virtual ~LogParser() = default;
    LogParser(const LogParser &) = delete;
    LogParser &operator=(const LogParser &) = delete;

    /// Null where the line was read, else why not, a plain sentence. @p line has no line end.
    [[nodiscard]] virtual const char *parse(std::string_view line, LogRequest &request) = 0;
    /// True for a line that speaks of the log and is no request: it was taken in, and is not to be parsed.
    [[nodiscard]] virtual bool takeDirective(std::string_view line)
    {
        static_cast<void>(line);
        return false;
    }
};

} // namespace clicksieve
