// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/planner/planreport.h"

#include <QAbstractTableModel>

namespace clicksieve {

/// In how many batches the site stands a send, one row for each interval.
class AdviceModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Interval, Batches, Each, Rate, FullestSecond, DoneAfter, ColumnCount };

    explicit AdviceModel(QObject *parent = nullptr) : QAbstractTableModel(parent) {}

    void setAdvice(std::vector<BatchAdvice> advice, double recipients);
    [[nodiscard]] const BatchAdvice &at(int row) const { return m_advice[static_cast<std::size_t>(row)]; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString text(const BatchAdvice &advice, int column) const;

    std::vector<BatchAdvice> m_advice;
    double m_recipients = 0;
};

} // namespace clicksieve
