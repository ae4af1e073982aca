// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

#include <cstdint>

namespace clicksieve {

/// What a number format makes of the number: only this tells a date in a workbook from any other number.
enum class NumberKind : std::uint8_t {
    Plain,
    Date, ///< with a day, month or year, perhaps a time as well
    Time  ///< a time of day or a duration, without a day
};

/// Of the formats that are not written down in the workbook. Source: ECMA-376 Part 1, 18.8.30 numFmt; those
/// of the East Asian languages (27 to 36, 50 to 58) count as dates in every language.
[[nodiscard]] NumberKind kindOfBuiltIn(int format);

/// Of a format code such as yyyy\-mm\-dd: a date where one of its date letters stands outside of quotes,
/// brackets and escapes. Source: ECMA-376 Part 1, 18.8.31 numFmts.
[[nodiscard]] NumberKind kindOfFormat(QStringView code);

} // namespace clicksieve
