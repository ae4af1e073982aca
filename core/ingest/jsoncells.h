// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace clicksieve {

/// Reads JSON records as rows of cells, one cell a path of keys (see ExportFormat), so that all that follows need not
/// know JSON. An SNS notification and an answer in a batch archive stand for the record in the text that they carry.
/// Numbers are exact: integers of any length, fractions as the shortest text that reads back the same. "true" and "false"
/// are words; null is no value; an object or an array of objects where a value was wanted is the cell "{}".
/// One thread each.
class JsonCells {
public:
    /// @p each: path of the array whose elements are events of their own; empty for none.
    JsonCells(std::span<const std::string> paths, std::string_view each);
    ~JsonCells();
    JsonCells(const JsonCells &) = delete;
    JsonCells &operator=(const JsonCells &) = delete;

    /// Takes a record apart. False where it is no JSON object.
    bool read(std::string_view record, std::string_view arrayKey);
    /// The text in the envelope that was read; empty where the record was none. Valid until the next record.
    [[nodiscard]] std::string_view carried() const;
    /// Moves to the next event of the record: as many as the array "each" has elements, or one where there is no such
    /// array. False behind the last one.
    bool nextEvent();
    /// The cells of the event, in the order of the paths; valid until the next call. Empty: not said.
    [[nodiscard]] std::span<const std::string_view> cells() const { return m_cells; }

private:
    struct Node;
    struct Reader;

    std::vector<std::string_view> m_cells;
    std::unique_ptr<Node> m_root;
    std::unique_ptr<Reader> m_reader;
};

} // namespace clicksieve
