// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/events/event.h"

#include <QLocale>
#include <QString>

#include <optional>
#include <string_view>

namespace clicksieve {

// How figures and texts of files are written on the screen: the same on every page.

/// The user's locale; where none is set (LANG=C), English, since that one has no thousands separators.
[[nodiscard]] QLocale displayLocale();

/// "12,345"
[[nodiscard]] QString countText(quint64 count);
/// The same, or "–" where it is not known.
[[nodiscard]] QString countText(std::optional<std::uint64_t> count);

/// @p share 0 to 1 as "16.8 %"; exact ends "0 %" and "100 %", what would be rounded to them "< 0.1 %" and "> 99.9 %";
/// "–" where it is not known.
[[nodiscard]] QString percentText(std::optional<double> share);

/// The ends of a range, each 0 to 1, as "13.6–17.4 %"; with whole percents where it is wider than ten: "82–100 %".
[[nodiscard]] QString percentRangeText(double from, double to);

/// At most two units: "31 s", "2 h 14 min", "3 d 4 h"; with "−" before a negative one; "–" for kNoTime.
[[nodiscard]] QString durationText(qint64 ms);

/// UTC as "2026-03-10 09:00:31"; "–" for kNoTime.
[[nodiscard]] QString clockText(TimeMs time);

/// Text of a file for display: UTF-8, with everything that would hide, break or turn round the line made visible
/// ("␊", "⟨202E⟩"). Plain text: set the label to Qt::PlainText, or escape it where it becomes part of HTML.
[[nodiscard]] QString visibleText(std::string_view text);

} // namespace clicksieve
