// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <string_view>

namespace clicksieve {

/// Text from a file, safe for a terminal: control characters (ESC among them) become visible marks.
[[nodiscard]] QString printable(std::string_view utf8);
[[nodiscard]] QString printable(const QString &text);

/// One message to standard error.
void complain(const QString &message);
/// A line to standard output.
void print(const QString &line);

} // namespace clicksieve
