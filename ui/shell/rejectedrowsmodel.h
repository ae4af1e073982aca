// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/events/eventtable.h"

#include <QAbstractTableModel>

#include <memory>

namespace clicksieve {

/// The rows that could not become events: file, row, reason. Reads the snapshot it was made for.
class RejectedRowsModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { File, Row, Reason, ColumnCount };

    explicit RejectedRowsModel(std::shared_ptr<const EventTable> table, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Line {
        const SourceInfo *source;
        const RejectedRow *rejected;
    };

    std::shared_ptr<const EventTable> m_table; ///< owns what m_lines points to
    std::vector<Line> m_lines;
};

} // namespace clicksieve
