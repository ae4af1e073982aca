// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/xlsx/celltext.h"

#include "core/ingest/xlsx/partxml.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>

namespace clicksieve {

namespace {

constexpr qsizetype kEscapeLength = 7; ///< _xHHHH_

int hexDigit(QChar digit)
{
    const char16_t code = digit.unicode();
    if (code >= u'0' && code <= u'9')
        return code - u'0';
    if (code >= u'a' && code <= u'f')
        return code - u'a' + 10;
    return code >= u'A' && code <= u'F' ? code - u'A' + 10 : -1;
}

std::optional<QChar> escapeAt(QStringView text, qsizetype place)
{
    if (place + kEscapeLength > text.size() || text[place + 1] != QLatin1Char('x')
        || text[place + kEscapeLength - 1] != QLatin1Char('_'))
        return std::nullopt;
    int code = 0;
    for (qsizetype at = place + 2; at < place + kEscapeLength - 1; ++at) {
        const int digit = hexDigit(text[at]);
        if (digit < 0)
            return std::nullopt;
        code = code * 16 + digit;
    }
    return QChar(static_cast<char16_t>(code));
}

void appendRun(PartXml &xml, QString &out)
{
    while (xml.enter()) {
        if (xml.name() == QLatin1String("t"))
            xml.appendText(out);
        else
            xml.skip();
    }
}

bool isAllDigits(std::string_view text)
{
    const std::string_view digits = text.substr(text.starts_with('-') ? 1 : 0);
    return !digits.empty() && std::all_of(digits.begin(), digits.end(), [](char digit) {
        return digit >= '0' && digit <= '9';
    });
}

} // namespace

void appendUtf8(std::string &out, QStringView text)
{
    const auto isAscii = [](QChar unit) { return unit.unicode() < 0x80U; };
    if (!std::all_of(text.begin(), text.end(), isAscii)) {
        const QByteArray bytes = text.toUtf8();
        out.append(bytes.constData(), static_cast<std::size_t>(bytes.size()));
        return;
    }
    for (const QChar unit : text)
        out += static_cast<char>(unit.unicode());
}

void decodeEscapes(QString &text)
{
    qsizetype place = text.indexOf(QLatin1String("_x"));
    if (place < 0)
        return;
    QString decoded = text.left(place);
    while (place < text.size()) {
        const std::optional<QChar> unit =
            text[place] == QLatin1Char('_') ? escapeAt(text, place) : std::nullopt;
        decoded += unit.value_or(text[place]);
        place += unit ? kEscapeLength : 1;
    }
    text = decoded;
}

void appendRichText(PartXml &xml, QString &out)
{
    QString text;
    while (xml.enter()) {
        if (xml.name() == QLatin1String("t"))
            xml.appendText(text);
        else if (xml.name() == QLatin1String("r"))
            appendRun(xml, text);
        else
            xml.skip();
    }
    decodeEscapes(text);
    out += text;
}

void appendNumber(std::string &out, std::string_view text)
{
    constexpr double kExactWhole = 9'007'199'254'740'992.0; // 2^53
    double value = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (fault != std::errc() || end != text.data() + text.size() || !std::isfinite(value)) {
        out += text;
        return;
    }
    char digits[64];
    const auto write = [&](auto number) {
        out.append(digits, std::to_chars(std::begin(digits), std::end(digits), number).ptr);
    };
    if (std::abs(value) < kExactWhole && std::trunc(value) == value)
        write(static_cast<std::int64_t>(value));
    else if (isAllDigits(text)) // more digits than a double holds: another program meant them
        out += text;
    else
        write(value);
}

void appendCell(std::string &out, std::string_view cell)
{
    if (cell.find_first_of(",\"\r\n") == std::string_view::npos) {
        out += cell;
        return;
    }
    out += '"';
    for (const char byte : cell) {
        if (byte == '"')
            out += '"';
        out += byte;
    }
    out += '"';
}

} // namespace clicksieve
