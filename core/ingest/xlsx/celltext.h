// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <string>
#include <string_view>

namespace clicksieve {

class PartXml;

/// Adds @p text as UTF-8.
void appendUtf8(std::string &out, QStringView text);

/// Turns _xHHHH_, one UTF-16 unit that XML cannot hold or that would change on the way, into that unit; an
/// underscore that only looks so is itself written as _x005F_. Source: ECMA-376 Part 1, 22.9.2.19 ST_Xstring.
void decodeEscapes(QString &text);

/// Adds the text of the element that was entered (si or is), and leaves it: its t and those of its formatted
/// runs, not those of its phonetic runs, which repeat it as a reading aid. Escapes are decoded.
void appendRichText(PartXml &xml, QString &out);

/// Adds a number from a cell to the last digit; where @p text is no number, as it is.
void appendNumber(std::string &out, std::string_view text);

/// Adds one cell, in quotes where RFC 4180 asks for them.
void appendCell(std::string &out, std::string_view cell);

} // namespace clicksieve
