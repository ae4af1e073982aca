// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace clicksieve {

/// A part of a cell that holds more than one value: the value of a key of the JSON object in it, or of a header line
/// ("User-Agent: …") of the request in it. @p foldedName: see folded(). Empty where there is none. The view points into
/// @p cell or into @p scratch.
[[nodiscard]] std::string_view partOfCell(std::string_view cell, std::string_view foldedName,
                                          std::string &scratch);

} // namespace clicksieve
