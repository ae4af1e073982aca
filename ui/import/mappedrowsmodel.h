// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ingest/sourcepreview.h"

#include <QAbstractTableModel>

#include <vector>

namespace clicksieve {

/// The first rows of a file as a mapping reads them. A row that does not read has its reason where its time would be.
class MappedRowsModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Row, Time, What, Recipient, Campaign, Link, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    /// @p zone: in which times are shown.
    void setRows(std::vector<PreviewRow> rows, const QString &zone);
    [[nodiscard]] const std::vector<PreviewRow> &rows() const { return m_rows; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString textOf(const PreviewRow &row, int column) const;

    std::vector<PreviewRow> m_rows;
    QString m_zone;
};

} // namespace clicksieve
