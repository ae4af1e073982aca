// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "texttable.h"

#include "console.h"

#include <algorithm>

namespace clicksieve {

TextTable::TextTable(const QStringList &head, Align align) : m_rows{head}, m_align(align) {}

void TextTable::print() const
{
    std::vector<qsizetype> widths(static_cast<std::size_t>(m_rows.front().size()), 0);
    for (const QStringList &row : m_rows) {
        for (std::size_t column = 0; column < widths.size(); ++column)
            widths[column] = std::max(widths[column], row[static_cast<qsizetype>(column)].size());
    }
    for (const QStringList &row : m_rows) {
        QString line = QStringLiteral("  ") + row.front().leftJustified(widths.front());
        for (std::size_t column = 1; column < widths.size(); ++column) {
            const QString &cell = row[static_cast<qsizetype>(column)];
            line += QStringLiteral("  ")
                    + (m_align == Align::Numbers ? cell.rightJustified(widths[column])
                                                 : cell.leftJustified(widths[column]));
        }
        while (line.endsWith(QLatin1Char(' ')))
            line.chop(1);
        clicksieve::print(line);
    }
}

} // namespace clicksieve
