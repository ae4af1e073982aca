// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ingest/xlsx/numberformat.h"

#include <QHash>

#include <cstddef>
#include <vector>

namespace clicksieve {

class PartXml;

/// Which cell styles of a workbook show numbers as dates. Empty for a workbook without styles.
class CellStyles {
public:
    /// Reads the styles part. Faults stay in @p xml.
    void read(PartXml &xml);

    /// Plain for a style that is not there: the number then stays a number.
    [[nodiscard]] NumberKind kind(std::size_t style) const
    {
        return style < m_kinds.size() ? m_kinds[style] : NumberKind::Plain;
    }

private:
    void readFormats(PartXml &xml);
    void readCellFormats(PartXml &xml);

    QHash<int, NumberKind> m_formats; ///< those written down in the workbook
    std::vector<NumberKind> m_kinds;  ///< by style
};

} // namespace clicksieve
