// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <string_view>

namespace clicksieve {

/// @p cell without the blanks around it.
[[nodiscard]] inline std::string_view trimmed(std::string_view cell)
{
    const auto isBlank = [](char character) { return character == ' ' || character == '\t'; };
    while (!cell.empty() && isBlank(cell.front()))
        cell.remove_prefix(1);
    while (!cell.empty() && isBlank(cell.back()))
        cell.remove_suffix(1);
    return cell;
}

/// @p cell, UTF-8, to be shown: cut off with "…" behind @p longest characters.
[[nodiscard]] inline QString shown(std::string_view cell, qsizetype longest = 60)
{
    const QString whole = QString::fromUtf8(cell.data(), static_cast<qsizetype>(cell.size()));
    return whole.size() > longest ? whole.left(longest) + QStringLiteral("…") : whole;
}

} // namespace clicksieve
