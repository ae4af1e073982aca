// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace clicksieve {

/// What web servers make of bytes that could break a line of their log: Apache (\", \\, \n, \xhh in lower case) and nginx
/// (\xHH in upper case). Appends the bytes themselves; a backslash that begins nothing known stays.
void appendUnescaped(std::string &bytes, std::string_view logged);

/// "%41" as "A", where two hexadecimal digits follow; all else stays.
void appendPercentDecoded(std::string &bytes, std::string_view text);

} // namespace clicksieve
