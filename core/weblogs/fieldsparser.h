// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/weblogs/logformat.h"

#include <array>
#include <string>
#include <vector>

namespace clicksieve {

/// Reads logs whose lines "#Fields:" name the columns that follow (W3C extended): IIS, CloudFront. The columns may change in
/// the middle of a file.
class FieldsParser : public LogParser {
public:
    /// @p format must live as long.
    explicit FieldsParser(const LogFormat &format) : m_format(format) {}

    [[nodiscard]] const char *parse(std::string_view line, LogRequest &request) override;
    [[nodiscard]] bool takeDirective(std::string_view line) override;

private:
    using Values = std::array<std::string_view, static_cast<std::size_t>(LogField::Count)>;

    [[nodiscard]] const char *split(std::string_view line, Values &values) const;
    [[nodiscard]] std::string_view decoded(std::string_view value);

    const LogFormat &m_format;
    std::vector<LogField>
        m_columns; ///< Count where the column is of no use; empty before the first "#Fields:"
    std::array<std::string, 8> m_texts;
    std::size_t m_textsUsed = 0;
    std::string m_time;
};

} // namespace clicksieve
