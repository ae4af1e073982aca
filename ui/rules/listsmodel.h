// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/listuse.h"

#include <QAbstractTableModel>

namespace clicksieve {

/// A line of the user's lists, or a link that may belong to them.
struct ListRow {
    ListEntry entry;
    bool isProposal = false;    ///< only machines clicked it; the user has not said anything
    std::uint64_t messages = 0; ///< of a proposal: in which it was clicked
};

/// The user's lists as a table, with what they meet in the export that is open.
class ListsModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { What, Entry, Events, ColumnCount };

    explicit ListsModel(QObject *parent = nullptr) : QAbstractTableModel(parent) {}

    void setRows(std::vector<ListRow> rows);
    /// @pre 0 <= row < rowCount()
    [[nodiscard]] const ListRow &at(int row) const { return m_rows[static_cast<std::size_t>(row)]; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] static QString whatText(const ListRow &row);

    std::vector<ListRow> m_rows;
};

} // namespace clicksieve
