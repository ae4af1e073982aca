// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace clicksieve {

/// Appends @p cell to a CSV record, in quotes where RFC 4180 wants them (delimiter, quote, line break) and only there.
void appendCsvCell(std::string &record, std::string_view cell, char delimiter = ',');

} // namespace clicksieve
