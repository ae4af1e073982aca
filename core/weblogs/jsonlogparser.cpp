// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/weblogs/jsonlogparser.h"

#include <simdjson.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <string>

namespace clicksieve {

namespace {

using simdjson::dom::element;

/// The object in a line of an array.
std::string_view objectIn(std::string_view line)
{
    const std::size_t begin = line.find('{');
    const std::size_t end = line.rfind('}');
    return begin == std::string_view::npos || end == std::string_view::npos || end < begin
               ? std::string_view{}
               : line.substr(begin, end - begin + 1);
}

/// The byte of "\xhh" at @p place of @p json; nothing where there is none.
std::optional<unsigned char> escapedByte(std::string_view json, std::size_t place)
{
    unsigned char byte = 0;
    if (place + 4 > json.size() || json[place + 1] != 'x')
        return std::nullopt;
    const char *first = json.data() + place + 2;
    return std::from_chars(first, first + 2, byte, 16).ptr == first + 2 ? std::optional(byte) : std::nullopt;
}

/// What makes the line of a server that does not know JSON into JSON.
std::string mended(std::string_view json)
{
    std::string text;
    bool isInText = false;
    for (std::size_t place = 0; place < json.size(); ++place) {
        const char character = json[place];
        if (isInText && character == '\\' && place + 1 < json.size()) {
            const auto byte = escapedByte(json, place);
            if (byte && *byte >= 0x80) {
                text += static_cast<char>(*byte);
            } else {
                text += byte ? std::string_view("\\u00") : std::string_view("\\");
                text += byte ? json[place + 2] : json[place + 1];
                if (byte)
                    text += json[place + 3];
            }
            place += byte ? 3 : 1;
            continue;
        }
        isInText = isInText != (character == '"');
        text += character;
        const bool isHole = !isInText && character == ':' && place + 1 < json.size()
                            && (json[place + 1] == ',' || json[place + 1] == '}');
        if (isHole)
            text.append("null");
    }
    if (!simdjson::validate_utf8(text))
        std::ranges::replace_if(
            text, [](char character) { return static_cast<unsigned char>(character) >= 0x80; }, '?');
    return text;
}

} // namespace

struct JsonLogParser::Json {
    static constexpr auto kFieldCount = static_cast<std::size_t>(LogField::Count);

    simdjson::dom::parser parser;
    simdjson::dom::parser mender;
    std::array<std::array<char, 32>, kFieldCount> numbers; ///< texts of what the log has as numbers

    static bool parse(simdjson::dom::parser &by, std::string_view json, element &root)
    {
        return by.parse(json.data(), json.size()).get(root) == simdjson::SUCCESS && root.is_object();
    }

    /// As text, whatever it is; empty where it is not there, null, or "-". The first of a list.
    std::string_view textAt(const element &root, const std::string &pointer, std::size_t field)
    {
        element value = root;
        for (std::string_view rest = pointer; !rest.empty();) {
            const std::size_t end = std::min(rest.find('/', 1), rest.size());
            if (value.at_key(rest.substr(1, end - 1)).get(value) != simdjson::SUCCESS)
                return {};
            rest.remove_prefix(end);
        }
        simdjson::dom::array list;
        if (value.get(list) == simdjson::SUCCESS && list.at(0).get(value) != simdjson::SUCCESS)
            return {};
        std::string_view text;
        if (value.get(text) == simdjson::SUCCESS)
            return text == "-" ? std::string_view{} : text;
        std::array<char, 32> &digits = numbers[field];
        char *const last = digits.data() + digits.size();
        std::uint64_t whole = 0;
        double fraction = 0;
        const char *end = digits.data();
        if (value.get(whole) == simdjson::SUCCESS)
            end = std::to_chars(digits.data(), last, whole).ptr;
        else if (value.get(fraction) == simdjson::SUCCESS)
            end = std::to_chars(digits.data(), last, fraction).ptr;
        return {digits.data(), static_cast<std::size_t>(end - digits.data())};
    }
};

JsonLogParser::JsonLogParser(const LogFormat &format) : m_format(format), m_json(std::make_unique<Json>()) {}
JsonLogParser::~JsonLogParser() = default;

bool JsonLogParser::takeDirective(std::string_view line)
{
    return line.find_first_not_of(" \t[],") == std::string_view::npos;
}

const char *JsonLogParser::parse(std::string_view line, LogRequest &request)
{
    request = {};
    request.stamp = m_format.stamp;
    const std::string_view json = objectIn(line);
    if (json.empty())
        return "It is no JSON object.";
    element root;
    if (!Json::parse(m_json->parser, json, root) && !Json::parse(m_json->mender, mended(json), root))
        return "It is no valid JSON.";
    std::array<std::string_view, Json::kFieldCount> values;
    for (const auto &[pointer, field] : m_format.names) {
        const auto place = static_cast<std::size_t>(field);
        if (values[place].empty())
            values[place] = m_json->textAt(root, pointer, place);
    }
    const auto value = [&values](LogField field) { return values[static_cast<std::size_t>(field)]; };
    const auto time = anyTime(value(LogField::Time));
    if (!time)
        return "The time is missing, or none that is known.";
    if (value(LogField::Client).empty() && value(LogField::Status).empty())
        return "It tells neither who asked nor the status of the answer.";
    request.time = time->microseconds;
    request.hasZone = time->hasZone;
    request.duration = durationIn(value(LogField::Duration), m_format.durationUnit);
    request.client = value(LogField::Client);
    request.forwarded = value(LogField::Forwarded);
    request.user = value(LogField::User);
    setRequestLine(value(LogField::Request), request);
    if (!value(LogField::Target).empty())
        setTarget(value(LogField::Target), request);
    if (!value(LogField::Path).empty())
        setTarget(value(LogField::Path), request);
    if (!value(LogField::Query).empty())
        request.query = value(LogField::Query);
    if (isMethod(value(LogField::Method)))
        request.method = value(LogField::Method);
    for (const auto &[field, text] :
         {std::pair(LogField::Host, &request.host), std::pair(LogField::Protocol, &request.protocol)}) {
        if (!value(field).empty())
            *text = value(field);
    }
    request.referer = value(LogField::Referer);
    request.agent = value(LogField::Agent);
    const std::string_view status = value(LogField::Status);
    std::from_chars(status.data(), status.data() + status.size(), request.status);
    std::uint64_t bytes = 0;
    const std::string_view size = value(LogField::Bytes);
    if (std::from_chars(size.data(), size.data() + size.size(), bytes).ec == std::errc{})
        request.bytes = bytes;
    return nullptr;
}

} // namespace clicksieve
