// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/weblogs/logformat.h"

#include <memory>

namespace clicksieve {

/// Reads logs with a JSON object a line, by the pointers of a format. Mends what servers that do not know JSON write: bytes
/// as \xhh, values left out, text that is not UTF-8. Lines of an array, "[{…}," and "]", are read too where each object has its
/// own.
class JsonLogParser : public LogParser {
public:
    /// @p format must live as long.
    explicit JsonLogParser(const LogFormat &format);
    ~JsonLogParser() override;

    [[nodiscard]] const char *parse(std::string_view line, LogRequest &request) override;
    [[nodiscard]] bool takeDirective(std::string_view line) override;

private:
    struct Json;

    const LogFormat &m_format;
    std::unique_ptr<Json> m_json;
};

} // namespace clicksieve
