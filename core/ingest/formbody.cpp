// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/formbody.h"

#include <QByteArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace clicksieve {

namespace {

/// Enough of a body to know it by; a batch of Mandrill's may be megabytes in one line.
constexpr std::size_t kLongestFirstLine = std::size_t{64} << 10;

/// A key of a form, by what services use: letters, digits and a few marks.
bool isKey(const QByteArray &text)
{
    return !text.isEmpty() && std::ranges::all_of(text, [](char character) {
        const char lower = static_cast<char>(character | 0x20);
        return (lower >= 'a' && lower <= 'z') || (character >= '0' && character <= '9') || character == '_'
               || character == '-' || character == '.';
    });
}

/// A body has neither blanks nor quotes nor commas: all of them are written as %xx.
bool isBody(const QByteArray &line)
{
    const qsizetype equals = line.indexOf('=');
    return equals > 0 && isKey(line.left(equals)) && std::ranges::none_of(line, [](char character) {
               return std::string_view(" \t\",;|{}[]").find(character) != std::string_view::npos;
           });
}

QByteArray decoded(QByteArray text)
{
    return QByteArray::fromPercentEncoding(text.replace('+', ' '));
}

QByteArray jsonOf(const QByteArray &body)
{
    QJsonObject object;
    const QList<QByteArray> pairs = body.split('&');
    for (const QByteArray &pair : pairs) {
        const qsizetype equals = pair.indexOf('=');
        const QByteArray key = equals < 0 ? pair : pair.left(equals);
        const QByteArray value = equals < 0 ? QByteArray() : decoded(pair.mid(equals + 1));
        if (pairs.size() == 1 && (value.startsWith('[') || value.startsWith('{')))
            return value;
        object[QString::fromUtf8(decoded(key))] = QString::fromUtf8(value);
    }
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QByteArray withoutReturn(const QByteArray &line)
{
    return line.endsWith('\r') ? line.chopped(1) : line;
}

} // namespace

bool isFormBody(std::string_view text)
{
    const std::size_t first = text.find_first_not_of("\r\n");
    if (first == std::string_view::npos)
        return false;
    const std::string_view head = text.substr(first, kLongestFirstLine);
    const QByteArray bytes(head.data(), static_cast<qsizetype>(head.size()));
    const qsizetype lineEnd = bytes.indexOf('\n');
    return isBody(withoutReturn(lineEnd < 0 ? bytes : bytes.left(lineEnd)));
}

std::string jsonFromFormBody(std::string_view text)
{
    QByteArray json;
    for (const QByteArray &whole :
         QByteArray::fromRawData(text.data(), static_cast<qsizetype>(text.size())).split('\n')) {
        const QByteArray line = withoutReturn(whole);
        if (!line.isEmpty())
            json += (isBody(line) ? jsonOf(line) : line) + '\n';
    }
    return json.toStdString();
}

} // namespace clicksieve
