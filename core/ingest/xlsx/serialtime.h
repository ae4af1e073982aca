// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ingest/xlsx/numberformat.h"

#include <string>

namespace clicksieve {

/// How a workbook counts days. Source: ECMA-376 Part 1, 18.17.4.1.
enum class DateSystem {
    From1900, ///< 1 is 1900-01-01
    From1904  ///< 0 is 1904-01-01
};

/// Adds the date and time that @p serial (days, and parts of them) stands for: yyyy-MM-ddTHH:mm:ss[.zzz], or
/// HH:mm:ss[.zzz] for the first day of a time format; to the nearest millisecond. False, and nothing added,
/// where it stands for none: before the first day, after the year 9999, and on 1900-02-29 (60), which the
/// 1900 system counts but which never was.
bool appendSerialTime(std::string &out, double serial, NumberKind kind, DateSystem system);

} // namespace clicksieve
