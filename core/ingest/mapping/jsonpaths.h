// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace clicksieve {

/// How the records of a JSON text that no format is known for can be read, as ExportFormat says it.
struct JsonPaths {
    std::vector<std::string> recordKeys; ///< keys of arrays that hold the records, beside the known ones
    std::string each;                    ///< array of events in a record
    std::vector<std::string> paths;      ///< of the values in the first records, sorted

    /// @p knownKeys: record keys of known formats. No paths where no record is whole.
    [[nodiscard]] static JsonPaths of(std::string_view text, std::span<const std::string> knownKeys);
};

} // namespace clicksieve
