// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Qt>

namespace clicksieve {

/// Roles that models of tables may answer beside Qt's own.
enum TableRole {
    BarRole = Qt::UserRole + 1, ///< double, 0 to 1: the share that BarDelegate draws; invalid: no bar
    CsvRole = Qt::UserRole + 2, ///< QString: the cell in a CSV (plain number, no unit); invalid: as displayed
    SortRole = Qt::UserRole + 3 ///< raw value, for small tables that are sorted by a QSortFilterProxyModel
};

/// What a cell shows where the data does not say; an empty cell in a CSV.
inline constexpr char16_t kUnknownSign = u'–';

} // namespace clicksieve
