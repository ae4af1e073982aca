// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace clicksieve {

class PartXml;

/// The texts that the cells of a workbook name by number, one behind the other.
class SharedStrings {
public:
    /// Reads the shared strings part. Faults stay in @p xml.
    void read(PartXml &xml);

    [[nodiscard]] std::size_t size() const { return m_ends.size(); }
    /// @pre number < size(). Valid as long as the strings are.
    [[nodiscard]] std::string_view at(std::size_t number) const
    {
        const std::size_t begin = number == 0 ? 0 : m_ends[number - 1];
        return std::string_view(m_text).substr(begin, m_ends[number] - begin);
    }

private:
    std::string m_text;
    std::vector<std::size_t> m_ends;
};

} // namespace clicksieve
