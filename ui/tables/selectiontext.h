// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QItemSelection>
#include <QList>
#include <QString>

namespace clicksieve {

/// What is selected in a table, as text for the clipboard. Works on the ranges of the selection: counting
/// is quick however many rows there are. Cells within the outline that are not selected come out empty.
class SelectionText {
public:
    /// @p columns: the model columns that may appear, in the order on screen.
    SelectionText(QItemSelection selection, const QList<int> &columns);

    /// Cells that tsv() would write.
    [[nodiscard]] qint64 cellCount() const { return m_rowCount * m_columns.size(); }
    /// Tab-separated lines, as seen; tabs and line breaks within a cell become spaces.
    [[nodiscard]] QString tsv(bool withHeaders) const;

private:
    using RowRange = std::pair<int, int>; ///< both ends included

    [[nodiscard]] QString line(int row) const;

    QItemSelection m_selection;
    QList<int> m_columns;
    QList<RowRange> m_rows; ///< in order, without overlap
    qint64 m_rowCount = 0;
};

} // namespace clicksieve
