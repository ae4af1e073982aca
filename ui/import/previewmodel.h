// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ingest/sourcepreview.h"

#include <QAbstractTableModel>
#include <QString>

#include <optional>
#include <vector>

namespace clicksieve {

/// The first rows of a file as they will be read, times by the clock of one zone. A row that gives no event has its
/// reason in the first column after the row number, over all others.
class PreviewModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Row, When, What, Recipient, Campaign, Link, Address, Agent, ColumnCount };

    explicit PreviewModel(QObject *parent = nullptr);

    /// @p zone as TimeZone::named() takes it; times are shown in UTC where there is no such zone.
    void setRows(std::vector<PreviewRow> rows, const QString &zone);
    [[nodiscard]] bool isRejected(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString text(const PreviewRow &row, int column) const;

    std::vector<PreviewRow> m_rows;
    std::optional<TimeZone> m_zone;
};

} // namespace clicksieve
