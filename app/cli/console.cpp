// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console.h"

#include <cstdio>

namespace clicksieve {

QString printable(const QString &text)
{
    QString shown = text;
    for (QChar &character : shown) {
        const char16_t code = character.unicode();
        const bool isControl = code < 0x20 || (code >= 0x7F && code < 0xA0);
        const bool isBidi = (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069);
        if (isControl || isBidi)
            character = QChar::ReplacementCharacter;
    }
    return shown;
}

QString printable(std::string_view utf8)
{
    return printable(QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size())));
}

void complain(const QString &message)
{
    std::fprintf(stderr, "clicksieve-cli: %s\n", qUtf8Printable(printable(message)));
}

void print(const QString &line)
{
    std::fprintf(stdout, "%s\n", qUtf8Printable(line));
}

} // namespace clicksieve
