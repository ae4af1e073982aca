// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace clicksieve {

/// A day without the midnight that spreadsheets and databases add to it: "2026-03-10" of "2026-03-10 00:00:00".
[[nodiscard]] std::string_view withoutMidnight(std::string_view day);

/// A day and a time of day from two cells with one blank between, for a time pattern. The result is a view of
/// @p scratch, or of @p timeOfDay where that repeats the day.
[[nodiscard]] std::string_view joinedDayAndTime(std::string_view day, std::string_view timeOfDay,
                                                std::string &scratch);

} // namespace clicksieve
