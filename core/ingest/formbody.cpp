// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/formbody.h"

#include <QByteArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace clicksieve {

namespace {

/// A key of a form, by what services use: letters, digits and a few marks.
bool isKey(std::string_view text)
{
    return !text.empty() && std::ranges::all_of(text, [](char character) {
        const char lower = static_cast<char>(character | 0x20);
        return (lower >= 'a' && lower <= 'z') || (character >= '0' && character <= '9') || character == '_'
               || character == '-' || character == '.';
    });
}

std::string_view nextLine(std::string_view &rest)
{
    const std::size_t lineEnd = rest.find('\n');
    const bool isLast = lineEnd == std::string_view::npos;
    std::string_view line = isLast ? rest : rest.substr(0, lineEnd);
    rest.remove_prefix(isLast ? rest.size() : lineEnd + 1);
    if (line.ends_with('\r'))
        line.remove_suffix(1);
    return line;
}

/// A body has neither blanks nor quotes nor commas: all of them are written as %xx.
bool isBody(std::string_view line)
{
    const std::size_t equals = line.find('=');
    return equals != std::string_view::npos && isKey(line.substr(0, equals))
           && line.find_first_of(" \t\",;|{}[]") == std::string_view::npos;
}

QByteArray decoded(std::string_view text)
{
    QByteArray bytes(text.data(), static_cast<qsizetype>(text.size()));
    bytes.replace('+', ' ');
    return QByteArray::fromPercentEncoding(bytes);
}

void appendBody(std::string &json, std::string_view line)
{
    const bool isOneValue = line.find('&') == std::string_view::npos;
    QJsonObject object;
    while (!line.empty()) {
        const std::size_t end = std::min(line.find('&'), line.size());
        const std::string_view pair = line.substr(0, end);
        line.remove_prefix(std::min(end + 1, line.size()));
        const std::size_t equals = std::min(pair.find('='), pair.size());
        const QByteArray value = decoded(pair.substr(std::min(equals + 1, pair.size())));
        if (isOneValue && (value.startsWith('[') || value.startsWith('{'))) {
            json.append(value.constData(), static_cast<std::size_t>(value.size()));
            json += '\n';
            return;
        }
        object[QString::fromUtf8(decoded(pair.substr(0, equals)))] = QString::fromUtf8(value);
    }
    const QByteArray text = QJsonDocument(object).toJson(QJsonDocument::Compact);
    json.append(text.constData(), static_cast<std::size_t>(text.size()));
    json += '\n';
}

} // namespace

bool isFormBody(std::string_view text)
{
    while (text.starts_with('\n') || text.starts_with("\r\n"))
        nextLine(text);
    return isBody(nextLine(text));
}

std::string jsonFromFormBody(std::string_view text)
{
    std::string json;
    while (!text.empty()) {
        const std::string_view line = nextLine(text);
        if (isBody(line)) {
            appendBody(json, line);
        } else if (!line.empty()) {
            json += line;
            json += '\n';
        }
    }
    return json;
}

} // namespace clicksieve
