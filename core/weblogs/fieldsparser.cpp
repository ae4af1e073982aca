// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/weblogs/fieldsparser.h"

#include "core/weblogs/escapes.h"
#include "core/weblogs/logtext.h"

#include <algorithm>
#include <utility>

namespace clicksieve {

namespace {

constexpr std::string_view kFieldsDirective = "#Fields:";

} // namespace

bool FieldsParser::takeDirective(std::string_view line)
{
    if (!line.starts_with('#'))
        return false;
    if (!line.starts_with(kFieldsDirective))
        return true;
    m_columns.clear();
    std::string_view rest = line.substr(kFieldsDirective.size());
    while (true) {
        const std::size_t begin = rest.find_first_not_of(" \t");
        if (begin == std::string_view::npos)
            return true;
        const std::size_t end = std::min(rest.find_first_of(" \t", begin), rest.size());
        const std::string_view name = rest.substr(begin, end - begin);
        const auto known = std::ranges::find(m_format.names, name,
                                             [](const auto &one) { return std::string_view(one.first); });
        m_columns.push_back(known == m_format.names.end() ? LogField::Count : known->second);
        rest.remove_prefix(end);
    }
}

/// Values with blanks may stand in quotes.
const char *FieldsParser::split(std::string_view line, Values &values) const
{
    for (const LogField column : m_columns) {
        if (line.empty())
            return "It has fewer values than the line #Fields names.";
        std::string_view value;
        if (line[0] == '"' && m_format.separator == ' ') {
            const std::size_t close = line.find('"', 1);
            if (close == std::string_view::npos)
                return "The quotes of a value are not closed.";
            value = line.substr(1, close - 1);
            line.remove_prefix(close + 1);
        } else {
            value = line.substr(0, line.find(m_format.separator));
            line.remove_prefix(value.size());
        }
        if (line.starts_with(m_format.separator))
            line.remove_prefix(1);
        if (column != LogField::Count && value != "-")
            values[static_cast<std::size_t>(column)] = value;
    }
    return nullptr;
}

const char *FieldsParser::parse(std::string_view line, LogRequest &request)
{
    request = {};
    request.stamp = m_format.stamp;
    m_textsUsed = 0;
    if (m_columns.empty())
        return "No line #Fields, which names the columns, stands before it.";
    Values values;
    if (const char *problem = split(line, values))
        return problem;
    const auto value = [&values](LogField field) { return values[static_cast<std::size_t>(field)]; };
    m_time.assign(value(LogField::Date))
        .append(1, 'T')
        .append(value(LogField::Time))
        .append("Z"); // always UTC
    const auto time = anyTime(m_time);
    if (!time)
        return "Its date and time are none.";
    request.time = time->microseconds;
    request.client = value(LogField::Client);
    request.forwarded = decoded(value(LogField::Forwarded));
    request.host = value(LogField::Host);
    request.user = decoded(value(LogField::User));
    if (isMethod(value(LogField::Method)))
        request.method = value(LogField::Method);
    request.path = decoded(value(LogField::Path));
    request.query = value(LogField::Query);
    request.protocol = value(LogField::Protocol);
    request.referer = decoded(value(LogField::Referer));
    request.agent = decoded(value(LogField::Agent));
    request.bytes = numberOf<std::uint64_t>(value(LogField::Bytes));
    request.duration = durationIn(value(LogField::Duration), m_format.durationUnit);
    const std::string_view status = value(LogField::Status);
    const auto number = numberOf<std::uint16_t>(status);
    if (!number && !status.empty())
        return "Its status is no number.";
    request.status = number.value_or(0);
    return nullptr;
}

std::string_view FieldsParser::decoded(std::string_view value)
{
    const char mark = m_format.decoding == LogFormat::Decoding::Plus ? '+' : '%';
    if (m_format.decoding == LogFormat::Decoding::None || value.find(mark) == std::string_view::npos
        || m_textsUsed == m_texts.size())
        return value;
    std::string &text = m_texts[m_textsUsed++];
    text.assign(value);
    if (mark == '+') {
        std::ranges::replace(text, '+', ' ');
        return text;
    }
    for (int time = 0; time < 2 && text.find("%25") != std::string::npos; ++time) { // of old files, twice
        const std::string once = std::exchange(text, {});
        appendPercentDecoded(text, once);
    }
    const std::string once = std::exchange(text, {});
    appendPercentDecoded(text, once);
    return text;
}

} // namespace clicksieve
